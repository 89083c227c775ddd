import { daysUntil, timestampOf } from '@shared/domain/time/dates';
import type { Notice, Status } from './status';
import {
  BANNER_DAYS,
  warnedDatesOf,
  type DatedLicence,
  type LicenceDate,
} from '@shared/domain/licence/date-ladder';

const DAY = 86_400_000;

const CODES = {
  expiry: { ahead: 'licence-expires-soon', over: 'licence-expired' },
  maintenance: { ahead: 'maintenance-ends-soon', over: 'maintenance-ended' },
} as const satisfies Record<LicenceDate, { ahead: Notice['code']; over: Notice['code'] }>;

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The notices about the dates of a licence at a time (ms since the epoch): near within 30 days, or over. */
export const dateNoticesOf = (licence: DatedLicence | null, now: number): Notice[] =>
  (licence === null ? [] : warnedDatesOf(licence, now)).flatMap(({ date, day }) => {
    const days = daysUntil(day, now);
    if (days > BANNER_DAYS) return [];
    return days < 0
      ? { code: CODES[date].over, params: { day }, since: timestampOf(startOf(day) + DAY) }
      : { code: CODES[date].ahead, params: { day }, since: timestampOf(startOf(day) - BANNER_DAYS * DAY) };
  });

/** A notice about a date of the licence, taken apart; null for any other. */
export const datedNotice = ({ code, params }: Notice): { date: LicenceDate; day: string } | null => {
  const date = code.startsWith('licence-') ? 'expiry' : 'maintenance';
  const { day } = params;
  const isDated = code === CODES[date].ahead || code === CODES[date].over;
  return isDated && typeof day === 'string' ? { date, day } : null;
};

/** The licence that has expired and of which no announcement is open: said once by every app that starts. */
export const expiredDay = ({ notices, announcements }: Pick<Status, 'notices' | 'announcements'>) => {
  const day = notices.find(({ code }) => code === 'licence-expired')?.params['day'];
  const isOpen = announcements.some((open) => open.kind === 'licence-date' && open.day === day);
  return typeof day === 'string' && !isOpen ? day : null;
};
