import { AppError } from '@shared/errors/app-error';
import { BACKGROUND_CAP_MS } from '@electron/service/back-office/backoff';
import { retryDelay } from '@electron/service/back-office/retry-policy';
import { printTable } from './table';

const MINUTE_MS = 60_000;
const BUCKETS = BACKGROUND_CAP_MS / MINUTE_MS;
const LOST = new AppError('back-office-unreachable');

export type Wave = {
  /** Clients that come back in each minute after the outage; the longest pause is as long as all of them. */
  perMinute: readonly number[];
  /** The fullest minute against the mean of all. */
  peakToMean: number;
  /** Tries that found nobody, per client. */
  failedTries: number;
};

/** What a back office sees of its clients that lost it all at once, and try again as the service does. */
export const reconnectWave = (clients: number, outageMs: number, random: () => number): Wave => {
  const perMinute = Array.from({ length: BUCKETS }, () => 0);
  let failed = 0;
  for (let client = 0; client < clients; client += 1) {
    let at = 0;
    for (let attempt = 0; at < outageMs; attempt += 1) {
      failed += 1;
      at += retryDelay(LOST, { attempt, isPersonWaiting: false, random }) ?? Infinity;
    }
    const minute = Math.min(BUCKETS - 1, Math.floor((at - outageMs) / MINUTE_MS));
    perMinute[minute] = (perMinute[minute] ?? 0) + 1;
  }
  const peakToMean = Math.max(...perMinute) / (clients / BUCKETS);
  return { perMinute, peakToMean, failedTries: failed / clients };
};

const CLIENTS = 100_000;
const MOST = 2;
/** In minutes. After a short one the fleet is still in the step that the loss brought it into, and back the sooner. */
const OUTAGES = [1, 10, 30, 60, 240];
const JUDGED_FROM = 30;

/** Says whether the fleet keeps to its budget: a peak of at most twice the mean while it comes back. */
export const measureReconnectWave = (): boolean => {
  const waves = OUTAGES.map((minutes) => ({
    minutes,
    ...reconnectWave(CLIENTS, minutes * MINUTE_MS, Math.random),
  }));
  printTable(
    `${CLIENTS} clients after an outage, back within ${BUCKETS} min; at most ${MOST} from ${JUDGED_FROM} min on`,
    ['outage, min', 'peak/mean', 'clients in the fullest minute', 'tries in vain per client'],
    waves.map(({ minutes, perMinute, peakToMean, failedTries }) => [
      minutes,
      peakToMean.toFixed(2),
      Math.max(...perMinute),
      failedTries.toFixed(1),
    ]),
  );
  return waves.every(({ minutes, peakToMean }) => minutes < JUDGED_FROM || peakToMean <= MOST);
};
