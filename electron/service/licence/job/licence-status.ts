import { timestampOf } from '@shared/domain/time/dates';
import { dateNoticesOf } from '@shared/domain/status/date-notices';
import type { Notice } from '@shared/domain/status/status';
import { differenceOf, type LicenceDifference } from '@shared/domain/licence/licence-difference';
import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import type { InstalledPackage, LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import type { Announcements } from '@electron/service/licence/notices/announcements';
import { currentSerialNumber, currentSummary } from '@electron/service/licence/servers/current-summary';
import type { LicenceStatus } from '@electron/service/licence/licence-job-dependencies';
import {
  comparedLicenceOf,
  comparedTo,
  summaryOfClaims,
  summaryOfFile,
} from '@electron/service/licence/facts/licence-summaries';
import type { ServerStatus } from '@electron/service/licence/servers/licence-server';
import type { LicenceServers } from '@electron/service/licence/servers/licence-servers';
import type { LicenceStore } from '@electron/service/licence/store/licence-store';
import type { LmrereadCommands } from '@electron/service/licence/health/lmreread-command';
import type { ServerHealth } from '@electron/service/licence/health/server-health';
import type { TimeFloorStore } from '@electron/service/licence/store/time-floor-store';

const packageFacts = (claims: LicenceClaims): InstalledPackage => {
  const { sequence, users, maintenanceUntil } = claims;
  return { sequence, users, maintenanceUntil };
};

/** The changes that the newest package would make on a server where another file lies. */
const waitingFor = (
  { installed, path, state }: ServerStatus,
  earlier: LicenceClaims | null,
  { licence }: LicenceStore,
): LicenceDifference | null => {
  if (licence === null || path === '' || state === 'copied-by-hand') return null;
  if (installed === null || installed.sha256 === licence.file.sha256) return null;
  const before = earlier === null ? summaryOfFile(installed) : summaryOfClaims(earlier);
  const after = comparedLicenceOf(summaryOfClaims(licence.claims));
  return differenceOf(before === null ? null : comparedTo(after, before), after, licence.claims.reason);
};

/** The facts about a server from the kept packages, beside its own status. */
const withPackage = (server: ServerStatus, store: LicenceStore): Omit<LicenceServerStatus, 'serving'> => {
  const { installed } = server;
  const claims = installed === null ? null : store.packageOf(installed.sha256);
  const waiting = waitingFor(server, claims, store);
  if (installed === null || claims === null) return { ...server, waiting };
  return { ...server, waiting, installed: { ...installed, fromPackage: packageFacts(claims) } };
};

const clockOf = (floor: TimeFloorStore): LicenceStatus['clock'] => {
  const doubted = floor.doubted();
  return {
    isSuspect: floor.isClockSuspect(),
    floor: timestampOf(floor.floor()),
    source: floor.floorSource(),
    doubted: doubted === null ? null : timestampOf(doubted),
  };
};

/** One notice for each of these licence servers, of the first ten. */
const noticesOf = (
  code: 'licence-file-unusable' | 'unknown-content',
  servers: readonly LicenceServerStatus[],
  floor: TimeFloorStore,
): Notice[] =>
  servers.slice(0, 10).map(({ name, path, since }) => ({
    code,
    params: { name, path },
    since: since ?? timestampOf(floor.floor()),
  }));

/** The job's part of the status, as it is now. */
export const statusOf = ({
  store,
  servers,
  floor,
  announcements,
  health,
  rereads,
  noLicenceSince,
  areKeysLost,
}: {
  store: LicenceStore;
  servers: LicenceServers;
  floor: TimeFloorStore;
  announcements: Announcements;
  health: ServerHealth;
  rereads: LmrereadCommands;
  noLicenceSince: string | null;
  areKeysLost: boolean;
}): LicenceStatus => {
  const licenceServers = servers.all.map((server) => ({
    ...withPackage(server.status(), store),
    serving: health.of(server),
  }));
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
    clock: clockOf(floor),
    announcements: announcements.open,
    notices: [
      ...dateNoticesOf(licence, floor.floor()),
      ...rereads.notices(servers.all).slice(0, 20),
      ...(areKeysLost ? [{ code: 'keys-lost' as const, params: {}, since: timestampOf(floor.floor()) }] : []),
      ...(noLicenceSince === null
        ? []
        : [{ code: 'no-licence' as const, params: {}, since: noLicenceSince }]),
      ...noticesOf(
        'licence-file-unusable',
        licenceServers.filter(
          ({ state, flaw }) => state === 'unusable' || (state === 'kept-by-hand' && flaw !== null),
        ),
        floor,
      ),
      ...noticesOf(
        'unknown-content',
        licenceServers.filter(({ reason }) => reason === 'unknown-content'),
        floor,
      ),
    ],
  };
};
