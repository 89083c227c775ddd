import { systemClock } from '@shared/domain/time/clock';
import { createLog } from '@electron/log/create-log';
import { createDataFolders } from '@electron/platform/folders';
import { installerNotesFile } from '@electron/platform/installer-notes';
import { composeJobs } from './compose-jobs';
import type { ServiceSurroundings } from './service-environment';
import { takeOverSkippedEntitlements } from '@electron/service/state/skipped-entitlement';
import { stopParts, type Part } from './stop-parts';

const STOP_LIMIT_MS = 2000;

/**
 * Starts every part of Print ORS Service, in the order in which they need each other. The socket comes
 * first: it keeps a second service away from the state. Throws an `AppError` that says what stands in the way.
 */
export const startParts = async (surroundings: ServiceSurroundings) => {
  const paths = createDataFolders().prepare(surroundings.facts);
  const log = createLog(paths.logs, 'service.log');
  const jobs = await composeJobs(surroundings, paths, log);
  const {
    account,
    prepareSecrets,
    audit,
    status,
    connection,
    machine,
    checks,
    licence,
    updates,
    assistance,
    settings,
    pulse,
    listener,
  } = jobs;
  const parts: Part[] = [{ name: 'log', stop: () => log.close() }];

  await listener.start();
  parts.push({ name: 'listener', stop: () => listener.stop() });
  await audit.append('service-started', 'service', { version: surroundings.facts.version, account });
  parts.push({ name: 'audit', stop: () => audit.append('service-stopped', 'service') });
  const notes = paths.mode === 'installed' ? installerNotesFile() : null;
  await takeOverSkippedEntitlements(notes, paths.state, audit, systemClock.now()).catch((error: unknown) =>
    log.error({ error }, 'what the installers noted could not be read'),
  );
  await prepareSecrets().catch((error: unknown) =>
    log.error({ error }, 'there is no key to seal secrets to'),
  );
  await licence.start([]);
  parts.push({ name: 'licence', stop: () => licence.stop() });
  await updates.start();
  parts.push({ name: 'updates', stop: () => updates.stop() });
  machine.start();
  parts.push({ name: 'machine', stop: () => machine.stop() });
  parts.push({ name: 'connection', stop: () => connection.stop() });
  parts.push({ name: 'checks', stop: () => checks.stop() });
  await assistance.start();
  parts.push({ name: 'assistance', stop: () => assistance.stop() });
  status.update({ service: { ...status.current.service, state: 'running', account } });
  await settings.start();
  parts.push({ name: 'settings', stop: () => settings.stop() });
  pulse.start();
  parts.push({ name: 'pulse', stop: () => pulse.stop() });
  log.info({ version: surroundings.facts.version, account }, 'the service is running');
  return { stop: () => stopParts(parts, STOP_LIMIT_MS, log) };
};
