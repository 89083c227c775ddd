import type { WebContents } from 'electron';
import type { Clock } from '@shared/domain/time/clock';

const ENDS_TAKEN = 3;
const WITHIN_MS = 60_000;
/** Our own files are there in a second; whoever takes so much longer is stuck. */
const LOAD_LIMIT_MS = 30_000;
/** Chromium's ERR_ABORTED: another load took the place of this one. */
const ABORTED = -3;

export interface PageRecoveryOptions {
  clock: Clock;
  log: (fields: object, message: string) => void;
  /** The page has ended again and again, and is not loaded by itself any more. */
  onGivenUp: () => void;
}

/**
 * Loads a page again whose process has ended, or that could not be loaded; three times a minute at most. The process of a
 * page that never comes to an end of loading is ended first.
 */
export const recoverPage = (contents: WebContents, { clock, log, onGivenUp }: PageRecoveryOptions): void => {
  let ends: number[] = [];
  const again = (fields: object) => {
    log(fields, 'a page has ended');
    const now = clock.now();
    ends = [...ends.filter((at) => now - at < WITHIN_MS), now];
    if (ends.length <= ENDS_TAKEN) {
      contents.reload();
      return;
    }
    ends = [];
    onGivenUp();
  };
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') again({ reason, exitCode });
  });
  let limit: NodeJS.Timeout | undefined;
  contents.on('did-start-loading', () => {
    clearTimeout(limit);
    limit = setTimeout(() => {
      log({}, 'a page does not load');
      contents.forcefullyCrashRenderer();
    }, LOAD_LIMIT_MS);
  });
  for (const over of ['did-stop-loading', 'render-process-gone', 'destroyed'] as const) {
    contents.on(over as 'destroyed', () => clearTimeout(limit));
  }
  contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) again({ code, description });
  });
};
