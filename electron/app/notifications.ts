import { Notification } from 'electron';
import { systemClock } from '@shared/domain/time/clock';
import type { Announcement, Status } from '@shared/domain/status/status';
import { expiredDay } from '@shared/domain/status/date-notices';
import { wordsOfDate } from '@shared/i18n/date-words';
import { differenceLines } from '@shared/i18n/difference-lines';
import type { Language } from '@shared/i18n/translator';

export interface NotificationOptions {
  isWanted: () => boolean;
  language: () => Language;
  /** The operator has seen it: the service may forget it. */
  acknowledge: (ids: string[]) => void;
  open: () => void;
  /** The desktop would not show it; it stays on Overview until a person has seen it there. */
  onFailed: (id: string) => void;
}

const dateWords = (date: Parameters<typeof wordsOfDate>[0], { locale, translate }: Language, now: number) => {
  const { title, text } = wordsOfDate(date, now, locale);
  return { title: translate(title.key, title.params), body: translate(text.key, text.params) };
};

/** The words of a notification: what changed, never a bare "new licence"; which date, and how far away it is at `now`. */
const notificationText = (announcement: Announcement, language: Language, now: number) => {
  if (announcement.kind === 'licence-date') return dateWords(announcement, language, now);
  const { locale, translate } = language;
  const { difference } = announcement;
  const { reason } = difference;
  return {
    title:
      reason === null
        ? translate('notification.licenceInstalled')
        : translate('notification.licenceInstalledReason', {
            reason: translate(`licenceDifference.reason.${reason}`),
          }),
    body: differenceLines(difference, locale)
      .map(({ key, params }) => translate(key, params))
      .join(' · '),
  };
};

const dayKey = (day: string) => `expired ${day}`;

/** Tells the desktop of each announcement once. */
export const createNotifications = (options: NotificationOptions) => {
  const told = new Map<string, Notification>();

  const show = (id: string, words: { title: string; body: string }) => {
    const notification = new Notification({ ...words, silent: true });
    // Kept until it is gone: a notification that is collected loses its click.
    told.set(id, notification);
    notification.on('click', options.open);
    notification.on('failed', () => options.onFailed(id));
    return notification;
  };
  const tell = (announcement: Announcement) => {
    const { id } = announcement;
    const notification = show(id, notificationText(announcement, options.language(), systemClock.now()));
    notification.on('show', () => options.acknowledge([id]));
    notification.show();
    if (announcement.kind === 'licence-date') told.set(dayKey(announcement.day), notification);
  };
  const tellExpired = (day: string) => {
    show(dayKey(day), dateWords({ date: 'expiry', day }, options.language(), systemClock.now())).show();
  };

  return {
    see: (status: Status) => {
      if (!options.isWanted() || !Notification.isSupported()) return;
      for (const announcement of status.announcements) if (!told.has(announcement.id)) tell(announcement);
      const day = expiredDay(status);
      if (day !== null && !told.has(dayKey(day))) tellExpired(day);
    },
  };
};
