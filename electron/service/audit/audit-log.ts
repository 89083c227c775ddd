import { constants } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { cutFile, syncFolder, systemError } from '@electron/platform/private-files/index';
import { putStateFile, readStateBytes, setAside } from '@electron/service/state/state-file';
import type {
  ActivityEntry,
  ActivityKind,
  ActivityDetail,
  ActivityPage,
} from '@shared/domain/activity/activity';
import type { StatusReport } from '@shared/back-office/requests';
import { stateReports } from '@electron/service/state/state-reports';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import {
  boundDetail,
  decodeRecord,
  encodeRecord,
  hashOfRecord,
  sealRecord,
  type AuditRecord,
} from './audit-record';
import type { RecordLimits } from './record-limits';
import { entriesBefore, findRecord, lineAt, lineBefore } from './log-places';
import { scanAuditLog, type ChainEnd, type LogScan } from './scan-audit-log';

/** The newest record, kept apart from the log: without it, records taken off the end would not be missed. */
const Head = z.strictObject({
  number: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  brokenAt: z.number().int().min(1).nullable(),
});
type Head = z.output<typeof Head>;

/**
 * The log as it was left, in a file beside the head: while nobody has touched it since, it need not be read whole to go on.
 * Whoever has the service's rights can make one. `verify` does not look at it, and the back office holds earlier records.
 */
const Checkpoint = z.strictObject({ ...Head.shape, brokenAt: z.null(), mark: z.string().max(200) });

/** A record is far smaller; what somebody else has put behind the last one need not be kept whole. */
const TAIL_CAP = 1_048_576;

/** The end of the log as the back office is told. */
type AuditEnd = NonNullable<StatusReport['auditLog']>;

/** More than any one record that a crash may have cut. */
const TORN_CAP = 65_536;

interface AuditLogOptions {
  /** Takes what kept a record from being written; without it `append` rejects. */
  onFailure?: (error: unknown) => void;
  /** Called with the first record that does not hold, when that is found. */
  onBroken?: (file: string, number: number) => void;
  /** Without them every record is written. */
  limits?: RecordLimits;
}

interface Known {
  /** The records in the file. */
  total: number;
  wholeBytes: number;
  last: ChainEnd;
  brokenAt: number | null;
  /** Tells a file that someone else has touched. */
  mark: string;
  /** The end of the chain; beyond the file's last record when records were taken off its end. */
  end: ChainEnd;
  /** Where each record of a broken log begins, whose numbers need not rise. */
  places: Pick<LogScan, 'offsets' | 'numbers'> | null;
}

const earliest = (...numbers: (number | null)[]) => {
  const broken = numbers.filter((number) => number !== null);
  return broken.length === 0 ? null : Math.min(...broken);
};

const markOf = async (handle: FileHandle) => {
  const { dev, ino, size, mtimeMs, ctimeMs } = await handle.stat();
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
};

/** What says that something else than a log of this account stands there. */
const NO_LOG = new Set(['EISDIR', 'ELOOP', 'EMLINK', 'ENXIO', 'EACCES', 'EPERM']);

/** Never waits at a pipe. Throws the system's error, `EISDIR` for all that is no plain file. */
const openLog = async (file: string): Promise<FileHandle> => {
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
  const handle = await open(file, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw systemError('EISDIR');
};

/** Null for what is not there or not of this form. */
const readJson = async <T>(file: string, schema: z.ZodType<T>): Promise<T | null> => {
  const read = await readStateBytes(file, 1024);
  if (!read.found) return null;
  try {
    return schema.safeParse(JSON.parse(Buffer.from(read.bytes).toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
};

const writeAll = async (handle: FileHandle, bytes: Buffer) => {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
};

/**
 * The append-only record of what the service did, each record carrying the hash of the one before. A record is on disk
 * when `append` resolves; one that was cut off by a crash is taken away on the next start. Edits, gaps, changes of order
 * and a shortened end are named by the first record that is not as it was written.
 */
export class AuditLog implements AuditSink {
  private known: Known | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<(entry: ActivityEntry) => void>();

  constructor(
    private readonly file: string,
    private readonly headFile: string,
    private readonly clock: Clock,
    private readonly options: AuditLogOptions = {},
  ) {}

  /**
   * Where the composition listens for failures it never rejects: a full disk must not stop the work recorded here. Of too
   * many of one kind the rest is counted, and told with a later record.
   */
  append(kind: ActivityKind, actor: ActivityEntry['actor'], detail: ActivityDetail = {}): Promise<void> {
    const more = this.options.limits?.admit(kind) ?? (this.options.limits === undefined ? 0 : null);
    if (more === null) return Promise.resolve();
    return this.recordOrTell(kind, actor, more === 0 ? detail : { ...detail, more });
  }

  /** Writes how many were counted, of the kinds that have room for a record again, or of `all`. Never rejects as above. */
  async writeJoined(which: { all: boolean }): Promise<void> {
    for (const { kind, more } of this.options.limits?.takeJoined(which) ?? [])
      await this.recordOrTell(kind, 'service', { more });
  }

  /** Like `append`, but rejects where the record cannot be written: for what must not happen unrecorded. */
  appendOrThrow(
    kind: ActivityKind,
    actor: ActivityEntry['actor'],
    detail: ActivityDetail = {},
  ): Promise<void> {
    return this.withFileLock(() => this.record(kind, actor, detail));
  }

  /** A page of entries, newest first; may hold fewer than asked for when they are long. */
  read(query: { before?: number | undefined; limit: number }): Promise<ActivityPage> {
    return this.withFileLock(async () => {
      const { total, brokenAt, wholeBytes } = await this.readTail();
      const { before, limit } = query;
      const end = before === undefined ? wholeBytes : await this.placeOf(before);
      const entries = await this.withLog((handle) => entriesBefore(handle, end, limit));
      return { entries, total, brokenAt };
    });
  }

  /** Reads the whole log again; the number of the first record that does not hold, or null. */
  verify(): Promise<number | null> {
    return this.withFileLock(async () => (await this.readWhole()).brokenAt);
  }

  /** The last record, and the hash that the record of another number has; null before the first record. */
  end(held: number | null): Promise<AuditEnd | null> {
    return this.withFileLock(async () => {
      const { number, hash } = (await this.readTail()).last;
      if (number === 0) return null;
      return {
        lastRecord: number,
        lastHash: hash,
        heldRecord: held,
        heldHash: held === null ? null : await this.hashAt(held),
      };
    });
  }

  /** Leaves word of how the log is now, so that the next start need not read it whole. Never throws. */
  leaveCheckpoint(): Promise<void> {
    return this.withFileLock(async () => {
      const { end, brokenAt, mark, last } = await this.readTail();
      if (brokenAt !== null || end.number !== last.number || end.number === 0) return;
      await putStateFile(this.checkpointFile, JSON.stringify({ ...end, brokenAt, mark }));
    }).catch(() => undefined);
  }

  onAppended(listener: (entry: ActivityEntry) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private async recordOrTell(kind: ActivityKind, actor: ActivityEntry['actor'], detail: ActivityDetail) {
    try {
      await this.withFileLock(() => this.record(kind, actor, detail));
    } catch (error) {
      if (this.options.onFailure === undefined) throw error;
      this.options.onFailure(error);
    }
  }

  private async record(kind: ActivityKind, actor: ActivityEntry['actor'], detail: ActivityDetail) {
    const known = await this.readTail();
    const at = timestampOf(this.clock.now());
    const entry = { number: known.end.number + 1, at, kind, actor, detail: boundDetail(detail) };
    await this.write(known, sealRecord(entry, known.end.hash));
    for (const listener of this.listeners) listener(entry);
  }

  private withFileLock<T>(step: () => Promise<T>): Promise<T> {
    const run = this.queue.then(step);
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** The end of the log; the whole is read only when something else changed the file. */
  private readTail(): Promise<Known> {
    return this.withLog(async (handle) => {
      const mark = await markOf(handle);
      if (this.known?.mark === mark) return this.known;
      this.known = (await this.readCheckpoint(handle, mark)) ?? (await this.repairTail(handle));
      return this.known;
    });
  }

  private readWhole(): Promise<Known> {
    this.known = null;
    return this.withLog(async (handle) => (this.known = await this.repairTail(handle)));
  }

  private async withLog<T>(step: (handle: FileHandle) => Promise<T>): Promise<T> {
    const handle = await this.open();
    try {
      return await step(handle);
    } finally {
      await handle.close();
    }
  }

  private async open(): Promise<FileHandle> {
    try {
      return await openLog(this.file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'ENOENT') await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
      else if (!NO_LOG.has(code) || (await setAside(this.file, this.clock.now())) === null) throw error;
      return await openLog(this.file);
    }
  }

  private async repairTail(handle: FileHandle): Promise<Known> {
    const head = await this.readHead();
    const scan = await scanAuditLog(handle, head);
    const { size } = await handle.stat();
    if (size > scan.wholeBytes) {
      await this.keepTail(handle, scan.wholeBytes, size);
      await cutFile(this.file, scan.wholeBytes);
    }
    const isShortened = head !== null && head.number > scan.last.number;
    const shortenedAt = isShortened ? scan.last.number + 1 : null;
    // One record without a head is a first start that was cut short; more than one means that the head was taken away.
    const total = scan.numbers.length;
    const headGoneAt = head === null && total > 1 ? scan.last.number + 1 : null;
    const brokenAt = earliest(scan.brokenAt, head?.brokenAt ?? null, shortenedAt, headGoneAt);
    if (brokenAt !== null && brokenAt !== head?.brokenAt) this.options.onBroken?.(this.file, brokenAt);
    const end = isShortened ? { number: head.number, hash: head.hash } : scan.last;
    const { wholeBytes, last, offsets, numbers } = scan;
    const places = brokenAt === null ? null : { offsets, numbers };
    const known = { total, wholeBytes, last, brokenAt, end, places, mark: await markOf(handle) };
    if (end.number > 0) await this.writeHead(known);
    return known;
  }

  /** Null where the log is not as it was left, or not sound. */
  private async readCheckpoint(handle: FileHandle, mark: string): Promise<Known | null> {
    const [head, left] = [await this.readHead(), await readJson(this.checkpointFile, Checkpoint)];
    if (left?.mark !== mark || head?.hash !== left.hash || head.brokenAt !== null) return null;
    const { size } = await handle.stat();
    const record = decodeRecord((await lineBefore(handle, size)).toString('utf8'));
    if (record?.hash !== left.hash || hashOfRecord(record) !== left.hash) return null;
    const end = { number: record.number, hash: record.hash };
    return { total: end.number, wholeBytes: size, last: end, brokenAt: null, end, places: null, mark };
  }

  /** The bytes behind the last whole record may show what happened; the last ones that were cut are kept beside the log. */
  private async keepTail(handle: FileHandle, from: number, to: number) {
    const bytes = Buffer.alloc(Math.min(TAIL_CAP, to - from));
    await handle.read(bytes, 0, bytes.length, from);
    const keptAs = `${this.file}.tail`;
    await putStateFile(keptAs, bytes).catch(() => undefined);
    if (to - from > TORN_CAP) stateReports.damaged(this.file, keptAs);
  }

  private async write(known: Known, record: AuditRecord) {
    const handle = await this.open();
    const bytes = encodeRecord(record);
    // Until this has gone well the file counts as unknown, so that a failure half-way is cleared up by the next look.
    this.known = null;
    try {
      await writeAll(handle, bytes);
      await handle.datasync();
      known.places?.offsets.push(known.wholeBytes);
      known.places?.numbers.push(record.number);
      known.total += 1;
      known.wholeBytes += bytes.length;
      known.end = known.last = { number: record.number, hash: record.hash };
      if (record.number === 1) await syncFolder(path.dirname(this.file));
      await this.writeHead(known);
      known.mark = await markOf(handle);
      this.known = known;
    } finally {
      await handle.close();
    }
  }

  /** Where the record of this number begins, or the first after it; the end of the log where all are earlier. */
  private async placeOf(number: number): Promise<number> {
    const { places, wholeBytes } = await this.readTail();
    const found =
      places === null ? await this.withLog((handle) => findRecord(handle, wholeBytes, number)) : null;
    if (found !== null) return found;
    const { offsets, numbers } = places ?? (await this.withLog((handle) => scanAuditLog(handle, null)));
    return offsets[numbers.findIndex((other) => other >= number)] ?? wholeBytes;
  }

  private async hashAt(number: number): Promise<string | null> {
    const begin = await this.placeOf(number);
    const { wholeBytes } = await this.readTail();
    const line = await this.withLog((handle) => lineAt(handle, begin, wholeBytes));
    const record = decodeRecord(line.toString('utf8'));
    return record?.number === number && hashOfRecord(record) === record.hash ? record.hash : null;
  }

  private readHead(): Promise<Head | null> {
    return readJson(this.headFile, Head);
  }

  private get checkpointFile(): string {
    return path.join(path.dirname(this.headFile), 'audit-checkpoint.json');
  }

  private writeHead({ end, brokenAt }: Known) {
    return putStateFile(this.headFile, JSON.stringify({ number: end.number, hash: end.hash, brokenAt }));
  }
}
