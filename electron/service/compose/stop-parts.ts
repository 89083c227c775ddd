import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '@electron/log/logger';

/** A part of the service; stopped in the reverse of the order of starting. */
export interface Part {
  name: string;
  start?: () => unknown;
  stop?: () => Promise<unknown>;
}

/** Stops every part, the last one first; one that fails or takes longer than `limitMs` does not keep the others. */
export const stopParts = async (parts: readonly Part[], limitMs: number, log: Logger) => {
  for (const part of [...parts].reverse()) {
    const limit = new AbortController();
    try {
      await Promise.race([
        part.stop?.(),
        wait(limitMs, undefined, { signal: limit.signal }).then(() =>
          log.warn({ part: part.name }, 'a part did not stop in time'),
        ),
      ]);
    } catch (error) {
      log.warn({ part: part.name, error }, 'a part failed to stop');
    } finally {
      limit.abort();
    }
  }
};
