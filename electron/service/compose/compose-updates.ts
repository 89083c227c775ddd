import { randomBytes } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { systemClock } from '@shared/domain/time/clock';
import { thisMachine } from '@electron/platform/machine';
import { findPackageKind } from '@electron/platform/update-installer';
import type { UpdateDependencies } from '@electron/service/updates/update-dependencies';
import { rollOutPlace } from '@electron/service/updates/roll-out-place';
import { UpdateJob } from '@electron/service/updates/update-job';

type Given = Omit<UpdateDependencies, 'facts' | 'freeBytes' | 'clock' | 'random' | 'randomBytes'> & {
  runningVersion: string;
  /** The service belongs to the machine. */
  isInstalled: boolean;
  /** Last covered day of the licence in force, UTC; null = not known. */
  maintenanceUntil: () => string | null;
  /** Null = not known. */
  serialNumber: () => string | null;
};

/** Software updates with the machine and the clock they run on. */
export const composeUpdates = ({ runningVersion, isInstalled, ...given }: Given) => {
  const { maintenanceUntil, serialNumber } = given;
  const packageKind = findPackageKind(isInstalled);
  return new UpdateJob({
    ...given,
    facts: () => ({
      platform: thisMachine().platform,
      packageKind,
      runningVersion,
      maintenanceUntil: maintenanceUntil(),
      rollOutPlace: (releaseId) => rollOutPlace(serialNumber(), releaseId),
    }),
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    clock: systemClock,
    random: Math.random,
    randomBytes,
  });
};
