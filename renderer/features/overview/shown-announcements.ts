import { datesOf } from '@shared/domain/licence/date-ladder';
import { datedNotice } from '@shared/domain/status/date-notices';
import type { Announcement, Status } from '@shared/domain/status/status';

/** The announcements of Overview besides the banner of every page, newest first: only the last one for each date of the licence. */
export const shownAnnouncements = (
  announcements: readonly Announcement[],
  { licence, notices }: Pick<Status, 'licence' | 'notices'>,
): Announcement[] => {
  const days = licence === null ? null : datesOf(licence);
  const isOfFeature = (day: string) => licence?.features.some(({ expiresOn }) => expiresOn === day) ?? false;
  const said = new Set<string>(notices.flatMap((notice) => datedNotice(notice)?.date ?? []));
  return announcements.toReversed().filter((announcement) => {
    if (announcement.kind !== 'licence-date') return true;
    const { date, day } = announcement;
    // A new licence may have another day by now.
    const isKnown = days?.some((one) => one.date === date && one.day === day) ?? true;
    if (!isKnown && !(date === 'expiry' && isOfFeature(day))) return false;
    const isSaid = said.has(date);
    said.add(date);
    return !isSaid;
  });
};
