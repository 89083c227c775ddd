import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { Timestamp } from '@shared/domain/time/dates';
import { replaceFile } from '@electron/platform/private-files/index';
import { readStateBytes, setAside } from '@electron/service/state/state-file';
import { stateReports } from '@electron/service/state/state-reports';
import { NO_LINKS } from '@electron/service/licence/folder/plain-file';
import { storedOrRefused } from './stored-or-refused';

const CAP = 16 * 1024 * 1024;
const MAX_LINES = 300;
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const FileName = z.string().regex(/^[A-Za-z0-9._-]{1,200}$/);

/** The intended change of one licence file; written before it begins. */
export const InstallIntent = z.strictObject({
  record: z.literal('intent'),
  id: z.uuid(),
  at: Timestamp,
  serverId: z.string().max(64),
  folder: z.string().max(1024),
  fileName: FileName,
  /** The file in place before; null = there was none. */
  oldSha256: Sha256.nullable(),
  newSha256: Sha256,
  temporaryName: FileName,
  /** In the server's backup folder; null = there was no file to keep. */
  backupName: FileName.nullable(),
  /** null for a file that came in no package. */
  sequence: z.number().int().min(1).nullable(),
});
export type InstallIntent = z.output<typeof InstallIntent>;

/** `abandoned`: a person looked at an unknown file and asked to go on. */
const IntentEnd = z.strictObject({
  record: z.enum(['done', 'rolled-back', 'abandoned']),
  id: z.uuid(),
  at: Timestamp,
});
type IntentEnd = z.output<typeof IntentEnd>;
const JournalRecord = z.discriminatedUnion('record', [InstallIntent, IntentEnd]);
type JournalRecord = z.output<typeof JournalRecord>;

/** The intents of installations, each with how it ended; every call returns when its record is on disk. */
export interface InstallJournal {
  /** Intents without an end, oldest first. */
  open(serverId?: string): InstallIntent[];
  begin(intent: InstallIntent): Promise<void>;
  end(id: string, record: IntentEnd['record'], at: string): Promise<void>;
}

const lineOf = (record: JournalRecord) => `${JSON.stringify(record)}\n`;

const parseLine = (line: string): JournalRecord | null => {
  try {
    return JournalRecord.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

const openIntentsOf = (records: readonly JournalRecord[]) => {
  const intents = new Map<string, InstallIntent>();
  for (const record of records) {
    if (record.record === 'intent') intents.set(record.id, record);
    else intents.delete(record.id);
  }
  return intents;
};

const append = async (file: string, line: string) => {
  const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | NO_LINKS);
  try {
    await handle.writeFile(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

class JournalFile implements InstallJournal {
  #last: Promise<unknown> = Promise.resolve();
  #mayBeTorn: boolean;

  constructor(
    private readonly file: string,
    private readonly intents: Map<string, InstallIntent>,
    mayBeTorn: boolean,
  ) {
    this.#mayBeTorn = mayBeTorn;
  }

  open(serverId?: string) {
    return [...this.intents.values()].filter(
      (intent) => serverId === undefined || intent.serverId === serverId,
    );
  }

  begin(intent: InstallIntent) {
    return this.#write(intent, () => this.intents.set(intent.id, intent));
  }

  end(id: string, record: IntentEnd['record'], at: string) {
    return this.#write({ record, id, at }, () => this.intents.delete(id));
  }

  #write(record: JournalRecord, note: () => unknown) {
    const writing = this.#last.then(async () => {
      await storedOrRefused(() => this.#put(record));
      note();
    });
    this.#last = writing.catch(() => undefined);
    return writing;
  }

  async #put(record: JournalRecord) {
    if (this.#mayBeTorn) await rewrite(this.file, this.intents);
    this.#mayBeTorn = true;
    await append(this.file, lineOf(record));
    this.#mayBeTorn = false;
  }
}

const rewrite = (file: string, intents: ReadonlyMap<string, InstallIntent>) =>
  replaceFile(file, [...intents.values()].map(lineOf).join(''));

/** Where the disk takes nothing now the journal is written anew before the next installation. */
const isRewritten = async (file: string, intents: ReadonlyMap<string, InstallIntent>): Promise<boolean> => {
  try {
    await rewrite(file, intents);
    return true;
  } catch (error) {
    stateReports.notStored(error);
    return false;
  }
};

/**
 * Opens `journal.jsonl`, made when missing. A torn last line never happened. Other lines that cannot be read are handed
 * to `keepAside` with the whole file before it is written anew.
 */
export const openInstallJournal = async (
  file: string,
  keepAside: (text: Uint8Array) => Promise<void>,
): Promise<InstallJournal> => {
  const read = await readStateBytes(file, CAP);
  if (!read.found && read.reason !== 'missing') await setAside(file, Date.now());
  const bytes = read.found ? read.bytes : new Uint8Array();
  const lines = new TextDecoder().decode(bytes).split('\n');
  const torn = lines.pop() ?? '';
  const records = lines.map(parseLine);
  const known = records.filter((record) => record !== null);
  const intents = openIntentsOf(known);
  // A line that was cut off begins as every line does; what begins otherwise was none of ours.
  const isBroken = known.length < records.length || (torn !== '' && !torn.startsWith('{'));
  if (isBroken) await keepAside(bytes);
  const isToRewrite = !read.found || isBroken || torn !== '' || lines.length > MAX_LINES;
  return new JournalFile(file, intents, isToRewrite && !(await isRewritten(file, intents)));
};
