import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { summaryOfClaims, summaryOfFile } from '@electron/service/licence/facts/licence-summaries';
import type { LicenceServers } from './licence-servers';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';

const ofFirstFile = (servers: LicenceServers): LicenceSummary | null => {
  for (const { installed } of servers.all) {
    const summary = installed === null ? null : summaryOfFile(installed);
    if (summary !== null) return summary;
  }
  return null;
};

/** The licence, not without end or later than the file in which it lies on a licence server. */
const endingWith = (licence: LicenceSummary, day: string | null): LicenceSummary => {
  const { expiresOn } = licence;
  const isEarlier = day !== null && (expiresOn === null || day < expiresOn);
  return isEarlier ? { ...licence, expiresOn: day } : licence;
};

/**
 * The licence that is in use: that of the package once it lies on a licence server, until then the one before it, and
 * without any package what the first readable file says. A file that ends before its package does is what hurts first.
 */
export const currentSummary = (store: LicenceStore, servers: LicenceServers): LicenceSummary | null => {
  const { licence, record } = store;
  if (licence === null) return ofFirstFile(servers);
  const inPlace = servers.all.find(({ installed }) => installed?.sha256 === licence.file.sha256)?.installed;
  const ofPackage = endingWith(summaryOfClaims(licence.claims), inPlace?.expiresOn ?? null);
  if (record.announcedSequence === licence.file.sequence || servers.isInstalled(licence.file.sha256)) {
    return ofPackage;
  }
  return record.previous ?? ofFirstFile(servers) ?? ofPackage;
};

/**
 * Of this installation: the one in the first licence file that has one, else that of the package in force, so that a
 * folder out of reach does not make the installation unknown to the back office.
 */
export const currentSerialNumber = (store: LicenceStore, servers: LicenceServers) => {
  const ofFile = servers.serialNumber();
  return ofFile.value === null ? { ...ofFile, value: store.licence?.claims.serialNumber ?? null } : ofFile;
};
