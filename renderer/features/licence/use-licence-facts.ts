import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { useI18n } from 'vue-i18n';
import type { Fact } from '@renderer/components/layout/fact';
import { useFormat } from '@renderer/support/format/use-format';
import { dateFact } from './date-fact';

/** The licence in force in words: two separate dates, users, serial number. */
export const useLicenceFacts = () => {
  const { t } = useI18n();
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
      { key: 'serialNumber', label: t('page.common.serialNumber'), value: licence.serialNumber },
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
