import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import { printTable } from './table';

const FILE_BYTES = 1024 * 1024;
const BUDGET_MS = 100;
const TRIES = 5;
const LINE_BYTES = 256;

/** A licence file of 1 MiB: lines of about 256 bytes, each with what lines usually have. */
const licenceFile = (): Uint8Array => {
  const head = 'SERVER printsrv01 0A1B2C3D4E5F 27000\nVENDOR ocelicd PORT=27010\nUSE_SERVER\n';
  const lines: string[] = [];
  for (let at = 0; lines.length * LINE_BYTES < FILE_BYTES - head.length - LINE_BYTES; at += 1) {
    const line =
      `INCREMENT feature${at % 400} ocelicd 2027.0630 31-dec-2027 25 \\\n\tHOSTID=ANY SN=PD-0042-7781 ` +
      `ISSUED=01-nov-2026 NOTICE="Druckhaus Beispiel" SIGN="00AA 11BB 22CC 33DD" VENDOR_STRING="`;
    lines.push(`${line.padEnd(LINE_BYTES - 2, 'x')}"\n`);
  }
  return new TextEncoder().encode(`${head}${lines.join('')}`);
};

/** How long it takes to read a licence file as large as is read at all; the best of a few tries. */
export const measureLicenceFile = (): boolean => {
  const bytes = licenceFile();
  const times = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    const read = readLicence(bytes);
    if (!read.ok || read.file.problems.length > 0)
      throw new Error('the licence file of the bench is not a good one');
    inForceAt(read.file, Date.now());
    return performance.now() - start;
  });
  const best = Math.min(...times);
  printTable(
    'Reading a licence file of 1 MiB',
    ['', 'ms', 'budget'],
    [
      ['first', times[0]?.toFixed(0) ?? '', ''],
      ['best', best.toFixed(0), BUDGET_MS],
    ],
  );
  return best <= BUDGET_MS;
};
