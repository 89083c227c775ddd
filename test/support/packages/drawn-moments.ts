import { createHash } from 'node:crypto';

/** Others in each run; `TEST_SEED` repeats those of a run. */
const seed = process.env['TEST_SEED'] ?? String(Date.now());

/** Milliseconds from the begin of something that takes `whole`, spread over it: one from each part. */
export const drawnMoments = (count: number, whole: number): number[] =>
  Array.from({ length: count }, (_, index) => {
    const draw = createHash('sha256').update(`${seed} ${index}`).digest().readUInt32BE() / 0xffffffff;
    return Math.round(((index + draw) / count) * whole);
  });
