import { z } from 'zod';
import type { KeySet } from './format/key-set';

const Moment = z.number().int().min(0).nullable().default(null);

/** `state/time-floor.json`, all in ms since the epoch. */
export const StoredTimes = z.strictObject({
  newestIssuedAt: Moment,
  newestIndexAt: Moment,
  lastRunAt: Moment,
  doubtedAt: Moment,
  /** The key set under which these times were accepted; null = written by a program that did not say so. */
  keySetVersion: z.number().int().min(0).nullable().default(null),
});
export type StoredTimes = z.output<typeof StoredTimes>;

export const NO_STORED_TIMES: StoredTimes = StoredTimes.parse({});

export const keySetTimeOf = (keySet: KeySet): number => Math.floor(Date.parse(keySet.issuedAt));

/** No key may speak of a time after its own end. */
const lastMoment = ({ keys }: KeySet): number =>
  Math.max(...keys.map(({ notAfter }) => Date.parse(notAfter)));

/**
 * The times that hold under these keys: those from before a newer key set are forgotten, so that root keys can put a floor
 * back, and so is what no key of the set may have signed.
 */
export const believedTimes = (times: StoredTimes, keySet: KeySet): StoredTimes => {
  const { version } = keySet;
  if (times.keySetVersion !== null && times.keySetVersion < version) {
    return { ...NO_STORED_TIMES, keySetVersion: version };
  }
  const last = lastMoment(keySet);
  const possible = (time: number | null) => (time !== null && time > last ? null : time);
  const { newestIssuedAt, newestIndexAt } = times;
  return {
    ...times,
    newestIssuedAt: possible(newestIssuedAt),
    newestIndexAt: possible(newestIndexAt),
    keySetVersion: version,
  };
};
