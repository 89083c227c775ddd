import { systemClock } from '@shared/domain/time/clock';
import { createLog, type Log } from '@electron/log/create-log';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { adoptSettings } from '@electron/settings/saving/adopt-settings';
import { installerNotesFile } from '@electron/platform/installer-notes';
import { composeJobs } from './compose-jobs';
import type { ServiceEnvironment } from './service-environment';
import { recordVersion } from '@electron/service/state/installed-version';
import { importSkippedEntitlements } from '@electron/service/state/skipped-entitlement';
import { stopParts, type Part } from './stop-parts';

const STOP_LIMIT_MS = 2000;

type Jobs = Awaited<ReturnType<typeof composeJobs>>;

/**
 * Every part of Print ORS Service, in the order in which they need each other. The socket comes first: it keeps a
 * second service away from the state.
 */
const partsOf = (jobs: Jobs, version: string, paths: DataPaths, log: Log): Part[] => {
  const { account, anchor, audit, status, storage, listener } = jobs;
  const notes = paths.mode === 'installed' ? installerNotesFile() : null;
  const logFailure = (message: string) => (error: unknown) => log.error({ error }, message);
  return [
    { name: 'log', stop: () => log.close() },
    { name: 'listener', start: () => listener.start(), stop: () => listener.stop() },
    { name: 'storage', start: () => storage.start(), stop: () => storage.stop() },
    {
      name: 'audit',
      start: () => audit.append('service-started', 'service', { version, account }),
      stop: async () => {
        await audit.append('service-stopped', 'service');
        await anchor.stop();
      },
    },
    {
      name: 'installer notes',
      start: () =>
        importSkippedEntitlements(notes, paths.state, audit, systemClock.now()).catch(
          logFailure('what the installers noted could not be read'),
        ),
    },
    {
      name: 'installed version',
      start: () =>
        recordVersion(version, paths.state, audit, systemClock.now()).catch(
          logFailure('the version could not be compared with the last one'),
        ),
    },
    {
      name: 'sealing key',
      start: () => jobs.prepareSecrets().catch(logFailure('there is no key to seal secrets to')),
    },
    { name: 'licence', start: () => jobs.licence.start([]), stop: () => jobs.licence.stop() },
    { name: 'updates', start: () => jobs.updates.start(), stop: () => jobs.updates.stop() },
    {
      name: 'network monitor',
      start: () => jobs.networkMonitor.start(),
      stop: () => jobs.networkMonitor.stop(),
    },
    { name: 'connection', stop: () => jobs.connection.stop() },
    { name: 'checks', stop: () => jobs.checks.stop() },
    { name: 'assistance', start: () => jobs.assistance.start(), stop: () => jobs.assistance.stop() },
    {
      name: 'status',
      start: () => status.update({ service: { ...status.current.service, state: 'running', account } }),
    },
    {
      name: 'settings of an earlier version',
      start: () =>
        paths.mode === 'embedded'
          ? Promise.resolve()
          : adoptSettings(paths).catch(logFailure('the settings file could not be taken over')),
    },
    // The settings set the parts going, the connection among them.
    { name: 'settings', start: () => jobs.settings.start(), stop: () => jobs.settings.stop() },
    { name: 'housekeeping', start: () => jobs.housekeeping.start(), stop: () => jobs.housekeeping.stop() },
  ];
};

/** Starts every part of Print ORS Service. Throws an `AppError` that says what stands in the way. */
export const startServiceParts = async (surroundings: ServiceEnvironment) => {
  const paths = createDataFolders().prepare(surroundings.facts);
  const log = createLog(paths.logs, 'service.log');
  const { version } = surroundings.facts;
  const jobs = await composeJobs(surroundings, paths, log);
  const parts = partsOf(jobs, version, paths, log);
  for (const part of parts) await part.start?.();
  log.info({ version, account: jobs.account }, 'the service is running');
  return { stop: () => stopParts(parts, STOP_LIMIT_MS, log) };
};
