import { daysUntil } from '@shared/domain/time/dates';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { useTranslation } from '@renderer/i18n/use-translation';
import type { Fact } from '@renderer/components/layout/fact';
import { useFormat } from '@renderer/support/format/use-format';

interface DateWords {
  day: (day: string) => string;
  days: (count: number) => string;
  none: string;
}

/** A licence date as a fact, with its distance while it is less than a year away or past. */
const dateFact = (key: string, label: string, day: string | null, now: number, words: DateWords): Fact => {
  if (day === null) return { key, label, value: words.none };
  const days = daysUntil(day, now);
  return { key, label, value: words.day(day), note: days < 365 ? words.days(days) : undefined };
};

/** The licence in force in words: two separate dates, users, serial number. */
export const useLicenceFacts = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const dateOf = (key: 'expiry' | 'maintenance', day: string | null, now: number) =>
    dateFact(key, t(`page.common.${key}`), day, now, {
      day: format.day,
      days: format.days,
      none: t(key === 'expiry' ? 'page.common.noEnd' : 'page.common.notStated'),
    });
  return {
    dateOf,
    licenceFacts: (licence: LicenceSummary, now: number): Fact[] => [
      {
        key: 'serialNumber',
        label: t('page.common.serialNumber'),
        value: licence.serialNumber ?? t('page.common.notStated'),
      },
      dateOf('expiry', licence.expiresOn, now),
      dateOf('maintenance', licence.maintenanceUntil, now),
      {
        key: 'users',
        label: t('page.common.users'),
        value: licence.users === null ? t('page.common.notStated') : format.number(licence.users),
      },
    ],
  };
};
