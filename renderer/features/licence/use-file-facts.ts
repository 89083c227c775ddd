import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { useTranslation } from '@renderer/i18n/use-translation';
import type { Fact } from '@renderer/components/layout/fact';
import { useFormat } from '@renderer/support/format/use-format';
import { useLicenceFacts } from '@renderer/support/licence/use-licence-facts';

/** The licence file of one licence server in words: what the file says, and what only its package does. */
export const useFileFacts = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { dateOf } = useLicenceFacts();

  const hostNote = ({ hostId, fitsHost, installed }: LicenceServerStatus) => {
    if (fitsHost === null || hostId === null) return undefined;
    const verdict = t(`page.manual.${fitsHost ? 'hostFits' : 'hostDiffers'}`);
    return installed?.hostIds.includes(hostId) === true ? verdict : `${hostId} ${verdict}`;
  };

  const packageFacts = (server: LicenceServerStatus, now: number): Fact[] => {
    const fromPackage = server.installed?.fromPackage ?? null;
    if (fromPackage === null) return [];
    const { maintenanceUntil, users } = fromPackage;
    return [
      dateOf('maintenance', maintenanceUntil, now),
      { key: 'users', label: t('page.common.users'), value: format.number(users) },
    ];
  };

  return (server: LicenceServerStatus, now: number): Fact[] => {
    const { installed } = server;
    if (installed === null) return [];
    const none = t('page.common.notStated');
    const sequence = installed.fromPackage?.sequence ?? server.sequence;
    return [
      {
        key: 'serialNumber',
        label: t(
          installed.serialNumbers.length > 1 ? 'page.common.serialNumbers' : 'page.common.serialNumber',
        ),
        value: installed.serialNumbers.join(', ') || none,
      },
      dateOf('expiry', installed.expiresOn, now),
      ...packageFacts(server, now),
      {
        key: 'hostIds',
        label: t('page.licence.hostId'),
        value: installed.hostIds.join(', ') || none,
        note: hostNote(server),
      },
      {
        key: 'sequence',
        label: t('page.common.sequence'),
        value: sequence === null ? t('page.licence.noSequence') : format.number(sequence),
      },
      { key: 'modified', label: t('page.licence.fileDate'), value: format.moment(installed.modifiedAt) },
    ];
  };
};
