import { createHash } from 'node:crypto';
import { DAMAGES } from './damages';

/** Of each file in the usual run: enough for every damage to be met by some files, few enough for a minute. */
const DRAWN = 2;

/** `TEST_LONG=1` takes every combination (`npm run test:long`). */
export const isLongRun = process.env['TEST_LONG'] === '1';

/** Another sample in each run; `TEST_SEED` repeats that of a run. */
export const seed = process.env['TEST_SEED'] ?? String(Date.now());

const rank = (text: string) => createHash('sha256').update(`${seed} ${text}`).digest('hex');

/** The damages that a file is given in this run. */
export const drawnDamages = (file: string): readonly string[] => {
  if (isLongRun) return DAMAGES;
  const rankOf = new Map(DAMAGES.map((kind) => [kind, rank(`${file} ${kind}`)]));
  return DAMAGES.toSorted((a, b) => ((rankOf.get(a) ?? '') < (rankOf.get(b) ?? '') ? -1 : 1)).slice(0, DRAWN);
};
