import { timestampOf } from '@shared/domain/time/dates';
import type { KeptLicence } from '@shared/domain/licence/manual/manual-licence';
import {
  differentOf,
  type LicenceBackups,
  type KeptFile,
} from '@electron/service/licence/install/licence-backups';
import { InstalledFile } from '@electron/service/licence/facts/installed-licence';
import type { LicenceServer } from '@electron/service/licence/servers/licence-server';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';

interface Parts {
  backups: LicenceBackups;
  store: LicenceStore;
  /** In ms since the epoch. */
  now: number;
}

const packageFactsOf = (store: LicenceStore, sha256: string): KeptLicence['fromPackage'] => {
  const claims = store.packageOf(sha256);
  if (claims === null) return null;
  const { sequence, users, maintenanceUntil } = claims;
  return { sequence, users, maintenanceUntil };
};

const describe = async (
  kept: KeptFile,
  { settings, installed }: LicenceServer,
  { backups, store, now }: Parts,
): Promise<KeptLicence> => {
  const bytes = await backups.read(settings.id, kept.name);
  const file = bytes === null ? null : InstalledFile.read(bytes);
  const licence = file?.at(now) ?? null;
  return {
    backup: kept.sha256,
    keptAt: timestampOf(kept.stamp),
    isUsable: file !== null && !file.hasProblem,
    isInstalled: installed?.sha256 === kept.sha256,
    serialNumber: licence?.serialNumber ?? null,
    expiresOn: licence?.expiresOn ?? null,
    features: licence?.features ?? [],
    fromPackage: packageFactsOf(store, kept.sha256),
  };
};

/** The kept files of one licence server, newest first, each as it is on the disk now. */
export const historyOf = async (server: LicenceServer, parts: Parts): Promise<KeptLicence[]> =>
  Promise.all(
    differentOf(await parts.backups.list(server.settings.id))
      .slice(0, 20)
      .map((kept) => describe(kept, server, parts)),
  );
