import { Notification } from 'electron';
import type { Announcement, Status } from '@shared/domain/status';
import { differenceLines } from '@shared/i18n/difference-lines';
import type { Locale } from '@shared/i18n/locales';
import { createTranslator } from '@shared/i18n/translator';

export interface AnnouncerOptions {
  isWanted: () => boolean;
  locale: () => Locale;
  /** The operator has seen it: the service may forget it. */
  acknowledge: (ids: string[]) => void;
  open: () => void;
  /** The desktop would not show it; it stays on Overview until a person has seen it there. */
  onFailed: (id: string) => void;
}

/** The words of a notification about a new licence: what changed, never a bare "new licence". */
export const wordsOf = ({ difference }: Announcement, locale: Locale) => {
  const translate = createTranslator(locale);
  const title = translate('notification.licenceInstalled');
  const reason =
    difference.reason === null ? null : translate(`licenceDifference.reason.${difference.reason}`);
  return {
    title: reason === null ? title : `${title}: ${reason}`,
    body: differenceLines(difference, locale)
      .map(({ key, params }) => translate(key, params))
      .join(', '),
  };
};

/** Tells the desktop of each announcement once. */
export const createAnnouncer = (options: AnnouncerOptions) => {
  const told = new Map<string, Notification>();

  const tell = (announcement: Announcement) => {
    const { id } = announcement;
    const notification = new Notification({ ...wordsOf(announcement, options.locale()), silent: true });
    // Kept until it is gone: a notification that is collected loses its click.
    told.set(id, notification);
    notification.on('show', () => options.acknowledge([id]));
    notification.on('click', options.open);
    notification.on('failed', () => options.onFailed(id));
    notification.show();
  };

  return {
    see: ({ announcements }: Status) => {
      if (!options.isWanted() || !Notification.isSupported()) return;
      for (const announcement of announcements) if (!told.has(announcement.id)) tell(announcement);
    },
  };
};
