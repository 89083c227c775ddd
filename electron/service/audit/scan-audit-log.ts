import type { FileHandle } from 'node:fs/promises';
import { NO_RECORD, decodeRecord, hashOfRecord, sealOfNext } from './audit-record';

export interface ChainEnd {
  number: number;
  hash: string;
}

export interface LogScan {
  /** Where each line begins, in bytes, and the number of the record on it. */
  offsets: number[];
  numbers: number[];
  /** The bytes of whole lines; what follows was cut off while it was written. */
  wholeBytes: number;
  last: ChainEnd;
  /** The first record that is not as the chain demands. */
  brokenAt: number | null;
}

const CHUNK = 1_048_576;
/** Longer than any record; of a longer line only this much is kept, so that the time to read it does not grow with its square. */
export const LINE_CAP = 65_536;
export const NEWLINE = 10;

/** A record that holds has the hash that it was sealed with; of one that does not, `holds` is false. */
const readLine = (line: Buffer) => {
  const record = decodeRecord(line.toString('utf8'));
  return record === null ? null : { ...record, holds: hashOfRecord(record) === record.hash };
};

/** Follows the chain from line to line; `known` is a record that must be there with this hash. */
class ChainCheck implements LogScan {
  readonly offsets: number[] = [];
  readonly numbers: number[] = [];
  wholeBytes = 0;
  last: ChainEnd = NO_RECORD;
  brokenAt: number | null = null;

  constructor(private readonly known: ChainEnd | null) {}

  /** `size` is that of the whole line, of which only the beginning may be given. */
  take(line: Buffer, size = line.length) {
    const expected = this.last.number + 1;
    const seal = size > LINE_CAP ? null : sealOfNext(line, this.last);
    if (seal === null) this.takeParsed(size > LINE_CAP ? null : readLine(line));
    else this.last = { number: expected, hash: seal };
    if (this.last.number === this.known?.number && this.last.hash !== this.known.hash) {
      this.brokenAt ??= expected;
    }
    this.offsets.push(this.wholeBytes);
    this.numbers.push(this.last.number);
    this.wholeBytes += size + 1;
  }

  private takeParsed(record: ReturnType<typeof readLine>) {
    const { number, hash } = this.last;
    const isLinked = record?.number === number + 1 && record.previous === hash && record.holds;
    if (!isLinked) this.brokenAt ??= number + 1;
    this.last = { number: record?.number ?? number + 1, hash: record?.hash ?? hash };
  }
}

/** Reads the log once from its beginning; memory stays at one chunk, one line and two numbers a record. */
export const scanAuditLog = async (handle: FileHandle, known: ChainEnd | null): Promise<LogScan> => {
  const check = new ChainCheck(known);
  const chunk = Buffer.allocUnsafe(CHUNK);
  let rest: Buffer = Buffer.alloc(0);
  let restSize = 0;
  let at = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK, at);
    if (bytesRead === 0) break;
    at += bytesRead;
    const bytes = chunk.subarray(0, bytesRead);
    let begin = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, begin)) {
      const piece = bytes.subarray(begin, end);
      check.take(restSize === 0 ? piece : Buffer.concat([rest, piece]), restSize + piece.length);
      restSize = 0;
      rest = Buffer.alloc(0);
      begin = end + 1;
    }
    const left = bytes.subarray(begin);
    rest = Buffer.concat([rest, left.subarray(0, Math.max(0, LINE_CAP + 1 - rest.length))]);
    restSize += left.length;
  }
  return check;
};
