import { timestampOf } from '@shared/domain/dates';
import { dateNoticesOf } from '@shared/domain/licence/date-notices';
import type { LicenceServerStatus } from '@shared/domain/licence-summary';
import type { Announcements } from './announcements';
import { currentSerialNumber, currentSummary } from './current-summary';
import type { LicenceStatus } from './job-dependencies';
import { summaryOfClaims } from './licence-summaries';
import type { LicenceServers } from './licence-servers';
import type { LicenceStore } from './licence-store';
import type { TimeFloorStore } from './time-floor-store';

const withPackage = (server: LicenceServerStatus, store: LicenceStore): LicenceServerStatus => {
  const { installed } = server;
  const claims = installed === null ? null : store.packageOf(installed.sha256);
  if (installed === null || claims === null) return server;
  const { sequence, users, maintenanceUntil } = claims;
  return { ...server, installed: { ...installed, fromPackage: { sequence, users, maintenanceUntil } } };
};

/** The job's part of the status, as it is now. */
export const statusOf = ({
  store,
  servers,
  floor,
  announcements,
  noLicenceSince,
}: {
  store: LicenceStore;
  servers: LicenceServers;
  floor: TimeFloorStore;
  announcements: Announcements;
  noLicenceSince: string | null;
}): LicenceStatus => {
  const licenceServers = servers.status().map((server) => withPackage(server, store));
  const { refused, lastChange, lastSignedProof } = store.record;
  const licence = currentSummary(store, servers);
  return {
    licence,
    newestLicence: store.licence === null ? null : summaryOfClaims(store.licence.claims),
    refusedLicence: refused,
    lastChange,
    lastSignedProof,
    licenceServers,
    serialNumber: currentSerialNumber(store, servers),
    clock: { isSuspect: floor.isClockSuspect(), floor: timestampOf(floor.floor()) },
    announcements: announcements.open,
    notices: [
      ...dateNoticesOf(licence, floor.floor()),
      ...(noLicenceSince === null
        ? []
        : [{ code: 'no-licence' as const, params: {}, since: noLicenceSince }]),
      ...licenceServers
        .filter(({ reason }) => reason === 'unknown-content')
        .slice(0, 20)
        .map(({ name, path, since }) => ({
          code: 'unknown-content' as const,
          params: { name, path },
          since: since ?? timestampOf(floor.floor()),
        })),
    ],
  };
};
