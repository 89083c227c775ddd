import type { WebContents } from 'electron';
import type { Clock } from '@shared/domain/clock';

const ENDS_TAKEN = 3;
const WITHIN_MS = 60_000;
/** Chromium's ERR_ABORTED: another load took the place of this one. */
const ABORTED = -3;

export interface PageRecoveryOptions {
  clock: Clock;
  log: (fields: object, message: string) => void;
  /** The page has ended again and again, and is not loaded by itself any more. */
  onGivenUp: () => void;
}

/** Loads a page again whose process has ended, or that could not be loaded; three times a minute at most. */
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
  contents.on('did-fail-load', (_event, code, description, _address, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) again({ code, description });
  });
};
