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
  entryOf,
  hashOfRecord,
  sealRecord,
  type AuditRecord,
} from './audit-record';
import { LINE_CAP, scanAuditLog, type LogScan } from './scan-audit-log';

/** The newest record, kept apart from the log: without it, records taken off the end would not be missed. */
const Head = z.strictObject({
  number: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  brokenAt: z.number().int().min(1).nullable(),
});
type Head = z.output<typeof Head>;

/** An answer has to fit into one frame of the service link. */
const PAGE_CAP = 262_144;
/** A record is far smaller; what somebody else has put behind the last one need not be kept whole. */
const TAIL_CAP = 1_048_576;

/** The end of the log as the back office is told. */
type AuditEnd = NonNullable<StatusReport['auditLog']>;

/** More than any one record that a crash may have cut. */
const TORN_CAP = 65_536;

interface Known extends LogScan {
  /** Tells a file that someone else has touched. */
  mark: string;
  /** The end of the chain; beyond the file's last record when records were taken off its end. */
  end: { number: number; hash: string };
}

const earliest = (...numbers: (number | null)[]) => {
  const broken = numbers.filter((number) => number !== null);
  return broken.length === 0 ? null : Math.min(...broken);
};

const markOf = async (handle: FileHandle) => {
  const { ino, size, mtimeMs } = await handle.stat();
  return `${ino} ${size} ${mtimeMs}`;
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
    private readonly onFailure: (error: unknown) => void = (error) => {
      throw error;
    },
    /** Called with the first record that does not hold, when that is found. */
    private readonly onBroken: (file: string, number: number) => void = () => undefined,
  ) {}

  /** Where the composition listens for failures it never rejects: a full disk must not stop the work recorded here. */
  append(kind: ActivityKind, actor: ActivityEntry['actor'], detail: ActivityDetail = {}): Promise<void> {
    return this.withFileLock(() => this.record(kind, actor, detail)).catch(this.onFailure);
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
      const known = await this.readTail();
      const { before } = query;
      const found = before === undefined ? -1 : known.numbers.findIndex((number) => number >= before);
      const to = found === -1 ? known.numbers.length : found;
      const entries = await this.readLines(known, Math.max(0, to - query.limit), to);
      return { entries, total: known.numbers.length, brokenAt: known.brokenAt };
    });
  }

  /** Reads the whole log again; the number of the first record that does not hold, or null. */
  verify(): Promise<number | null> {
    return this.withFileLock(async () => {
      this.known = null;
      return (await this.readTail()).brokenAt;
    });
  }

  /** The last record, and the hash that the record of another number has; null before the first record. */
  end(held: number | null): Promise<AuditEnd | null> {
    return this.withFileLock(async () => {
      const known = await this.readTail();
      const { number, hash } = known.last;
      if (number === 0) return null;
      return {
        lastRecord: number,
        lastHash: hash,
        heldRecord: held,
        heldHash: await this.hashAt(known, held),
      };
    });
  }

  onAppended(listener: (entry: ActivityEntry) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
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

  /** The content of the file; read again only when something else changed it. */
  private async readTail(): Promise<Known> {
    const handle = await this.open();
    try {
      if (this.known?.mark !== (await markOf(handle))) this.known = await this.repairTail(handle);
      return this.known;
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
    const headGoneAt = head === null && scan.numbers.length > 1 ? scan.last.number + 1 : null;
    const brokenAt = earliest(scan.brokenAt, head?.brokenAt ?? null, shortenedAt, headGoneAt);
    if (brokenAt !== null && brokenAt !== head?.brokenAt) this.onBroken(this.file, brokenAt);
    const end = isShortened ? { number: head.number, hash: head.hash } : scan.last;
    const known = { ...scanOf(scan), brokenAt, end, mark: await markOf(handle) };
    if (end.number > 0) await this.writeHead(known);
    return known;
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
      known.offsets.push(known.wholeBytes);
      known.numbers.push(record.number);
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

  private async hashAt(known: Known, number: number | null): Promise<string | null> {
    const at = number === null ? -1 : known.numbers.indexOf(number);
    const begin = known.offsets[at];
    if (begin === undefined) return null;
    const bytes = Buffer.alloc(Math.min(LINE_CAP, (known.offsets[at + 1] ?? known.wholeBytes) - begin));
    const handle = await this.open();
    try {
      await handle.read(bytes, 0, bytes.length, begin);
    } finally {
      await handle.close();
    }
    const record = decodeRecord(bytes.toString('utf8'));
    return record !== null && hashOfRecord(record) === record.hash ? record.hash : null;
  }

  private async readLines(known: Known, from: number, to: number): Promise<ActivityEntry[]> {
    const end = known.offsets[to] ?? known.wholeBytes;
    let first = from;
    while (first < to - 1 && end - (known.offsets[first] ?? end) > PAGE_CAP) first += 1;
    const begin = known.offsets[first] ?? end;
    const bytes = Buffer.alloc(end - begin);
    const handle = await this.open();
    try {
      await handle.read(bytes, 0, bytes.length, begin);
    } finally {
      await handle.close();
    }
    const records = bytes.toString('utf8').split('\n').map(decodeRecord);
    return records
      .filter((record) => record !== null)
      .map(entryOf)
      .reverse();
  }

  private async readHead(): Promise<Head | null> {
    const file = await readStateBytes(this.headFile, 1024);
    if (!file.found) return null;
    try {
      return Head.safeParse(JSON.parse(Buffer.from(file.bytes).toString('utf8'))).data ?? null;
    } catch {
      return null;
    }
  }

  private writeHead({ end, brokenAt }: Known) {
    return putStateFile(this.headFile, JSON.stringify({ number: end.number, hash: end.hash, brokenAt }));
  }
}

const scanOf = ({ offsets, numbers, wholeBytes, last }: LogScan) => ({ offsets, numbers, wholeBytes, last });
