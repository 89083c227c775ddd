import { redact, redactText } from '@electron/log/redact';
import { readSmallFile } from '@electron/platform/private-files';

const FILE_CAP = 4 * 1024 * 1024;
const LINES = 200;
const LINE_CAP = 2000;

/** Once more, although the log was written clean: a report leaves the machine, and an older version may have known less. */
const cleanLine = (line: string): string => {
  try {
    return JSON.stringify(redact(JSON.parse(line))).slice(0, LINE_CAP);
  } catch {
    return redactText(line).slice(0, LINE_CAP);
  }
};

/** The last lines of a log file; null where there is none that can be read. */
export const logTail = async (file: string): Promise<string[] | null> => {
  const read = await readSmallFile(file, FILE_CAP).catch(() => null);
  if (read?.found !== true) return null;
  const lines = new TextDecoder().decode(read.bytes).split('\n');
  return lines
    .filter((line) => line !== '')
    .slice(-LINES)
    .map(cleanLine);
};
