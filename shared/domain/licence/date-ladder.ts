import type { LicenceSummary } from './licence-summary';
import { daysUntil } from '@shared/domain/time/dates';

/** The two dates of a licence that a person is warned of. */
export const LICENCE_DATES = ['expiry', 'maintenance'] as const;
export type LicenceDate = (typeof LICENCE_DATES)[number];

/** From so many days before a date on, every page says it. */
export const BANNER_DAYS = 30;
/** The rung below the last day: the day is over. */
export const OVER = -1;

/** The day of each date that the licence has; a licence without end has no expiry. */
export const datesOf = (
  licence: Pick<LicenceSummary, 'expiresOn' | 'maintenanceUntil'>,
): { date: LicenceDate; day: string }[] =>
  LICENCE_DATES.flatMap((date) => {
    const day = date === 'expiry' ? licence.expiresOn : licence.maintenanceUntil;
    return day === null ? [] : [{ date, day }];
  });

/** What a person is warned by: a bare summary of dates has no features. */
export type DatedLicence = Pick<LicenceSummary, 'expiresOn' | 'maintenanceUntil'> &
  Partial<Pick<LicenceSummary, 'features'>>;

/**
 * The days of which a person is warned at a time (ms since the epoch): a feature that ends before the licence does is
 * missed as soon as it ends, and one without end beside it is no comfort. What has ended already is not the licence's end.
 */
export const warnedDatesOf = (
  { expiresOn, maintenanceUntil, features = [] }: DatedLicence,
  now: number,
): { date: LicenceDate; day: string }[] => {
  const ahead = features.flatMap(({ expiresOn: day }) =>
    day !== null && daysUntil(day, now) >= 0 ? [day] : [],
  );
  const [earliest = null] = [...ahead, ...(expiresOn === null ? [] : [expiresOn])].sort();
  return datesOf({ expiresOn: earliest, maintenanceUntil });
};

/**
 * The rung of the ladder on which a day stands at a time (ms since the epoch): the lowest of `rungs` (days before) that
 * has been reached, `OVER` once the day is over in UTC, null above the highest. An empty ladder has no rungs at all.
 */
export const rungOf = (rungs: readonly number[], day: string, now: number): number | null => {
  if (rungs.length === 0) return null;
  const left = daysUntil(day, now);
  if (left < 0) return OVER;
  const reached = rungs.filter((rung) => rung >= left);
  return reached.length === 0 ? null : Math.min(...reached);
};
