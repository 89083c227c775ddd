import { readFileSync } from 'node:fs';
import path from 'node:path';

/** systemd reads `%` as a specifier, `$` as a variable and quotes as quotes, also in the path of a program. */
const quoted = (word) =>
  `"${word.replaceAll(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

/**
 * The text of remote-service.service for a program that is started with these words: the executable, absolute, and what
 * its runtime needs in front of the unit's own switches.
 */
export const serviceUnit = (program) =>
  readFileSync(path.join(import.meta.dirname, 'remote-service.service'), 'utf8').replace(
    /^(ExecStart=)@PROGRAM@/m,
    (_, key) => `${key}${program.map(quoted).join(' ')}`,
  );
