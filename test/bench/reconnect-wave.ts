import { AppError } from '@shared/errors/app-error';
import { connectionRetryDelay } from '@electron/service/back-office/retry/retry-policy';
import { printTable } from './table';

const MINUTE_MS = 60_000;
const LOST = new AppError('back-office-unreachable');
/** The recovery window ends when this share of the clients is back, and is looked at in this many parts. */
const BACK = 0.99;
const PARTS = 10;

export type Wave = {
  /** From the end of the outage until 99 of 100 clients are back. */
  windowMs: number;
  /** Clients that come back in each tenth of the window. */
  perPart: readonly number[];
  /** The fullest tenth against the mean of all. */
  peakToMean: number;
  /** Tries that found nobody, per client. */
  failedTries: number;
};

/** The load on a back office whose clients all lost it at once and try again as the service does. */
export const reconnectWave = (clients: number, outageMs: number, random: () => number): Wave => {
  let failed = 0;
  const returns = Array.from({ length: clients }, () => {
    let at = 0;
    for (let attempt = 0; at < outageMs; attempt += 1) {
      failed += 1;
      at +=
        connectionRetryDelay(LOST, { attempt, outageMs: at, isOperatorPresent: false, random }) ?? Infinity;
    }
    return at - outageMs;
  }).sort((a, b) => a - b);
  const back = returns.slice(0, Math.ceil(clients * BACK));
  const windowMs = (back.at(-1) ?? 0) + 1;
  const perPart = Array.from({ length: PARTS }, () => 0);
  for (const at of back) {
    const part = Math.floor((at * PARTS) / windowMs);
    perPart[part] = (perPart[part] ?? 0) + 1;
  }
  const peakToMean = Math.max(...perPart) / (back.length / PARTS);
  return { windowMs, perPart, peakToMean, failedTries: failed / clients };
};

const CLIENTS = 100_000;
const MOST = 2;
/** In minutes; the first is a back office that is started anew. */
const OUTAGES = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 240];

/** Says whether the fleet keeps to its budget: a peak of at most twice the mean while it comes back. */
export const measureReconnectWave = (): boolean => {
  const waves = OUTAGES.map((minutes) => ({
    minutes,
    ...reconnectWave(CLIENTS, minutes * MINUTE_MS, Math.random),
  }));
  printTable(
    `${CLIENTS} clients after an outage, until 99 of 100 are back; at most ${MOST} times the mean`,
    ['outage, min', 'window, min', 'peak/mean', 'clients in the fullest second', 'tries in vain per client'],
    waves.map(({ minutes, windowMs, perPart, peakToMean, failedTries }) => [
      minutes,
      (windowMs / MINUTE_MS).toFixed(1),
      peakToMean.toFixed(2),
      Math.round((Math.max(...perPart) * PARTS * 1000) / windowMs),
      failedTries.toFixed(1),
    ]),
  );
  return waves.every(({ peakToMean }) => peakToMean <= MOST);
};
