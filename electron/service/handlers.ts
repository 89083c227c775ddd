import type { ServiceHandlers } from '@shared/service/contract';
import type { AssistanceJob } from './assistance/assistance-job';
import type { AuditLog } from './audit/audit-log';
import type { BackOfficeConnection } from './back-office/connection';
import type { LicenceJob } from './licence/licence-job';
import type { ConnectionChecks } from './network/check/connection-checks';
import type { SettingsSource } from './settings-source';
import type { StatusStore } from './status-store';
import { updatesHandlers } from './updates/updates-handlers';
import type { UpdateJob } from './updates/update-job';

export interface HandlerParts {
  lifetime: ServiceHandlers['lifetime'];
  status: StatusStore;
  settings: SettingsSource;
  connection: BackOfficeConnection;
  checks: ConnectionChecks;
  licence: LicenceJob;
  updates: UpdateJob;
  assistance: AssistanceJob;
  audit: AuditLog;
}

/** Every call of the app and the command line, handed to the part that owns it. */
export const createHandlers = ({
  lifetime,
  status,
  settings,
  connection,
  checks,
  licence,
  updates,
  assistance,
  audit,
}: HandlerParts): ServiceHandlers => ({
  status: { read: async () => Promise.resolve(status.snapshot()) },
  connection: {
    tryNow: async () => {
      connection.tryNow();
      await audit.append('try-again', 'operator');
    },
  },
  check: {
    start: () => Promise.resolve(checks.start()),
    cancel: ({ id }) => {
      checks.cancel(id);
      return Promise.resolve();
    },
    read: () => Promise.resolve({ check: checks.read() }),
  },
  settings: { reload: () => settings.reload() },
  licence: {
    install: async (arg) => {
      const bytes = new TextEncoder().encode(arg.package);
      return licence.installPackage(bytes);
    },
    tryAgain: ({ licenceServerId }) => licence.tryAgain(licenceServerId),
    markAsCopied: ({ licenceServerId }) => licence.markAsCopied(licenceServerId),
    testBeforeSaving: (draft) => licence.testBeforeSaving(draft),
    test: ({ licenceServerId }) => licence.test(licenceServerId),
    readFile: async ({ licenceServerId }) => Promise.resolve(licence.manual.readFile(licenceServerId)),
    fileSaved: (saved) => licence.manual.fileSaved(saved),
    history: ({ licenceServerId }) => licence.manual.history(licenceServerId),
    restore: ({ licenceServerId, backup, reason }) => licence.manual.restore(licenceServerId, backup, reason),
    installFile: ({ licenceServerId, content }) =>
      licence.manual.installFile(licenceServerId, Buffer.from(content, 'base64')),
    request: () => licence.manual.request(),
  },
  updates: updatesHandlers(updates),
  announcements: { acknowledge: ({ ids }) => licence.acknowledge(ids) },
  assistance: assistance.handlers,
  lifetime,
  activity: {
    read: (query) => audit.read(query),
    verify: async () => {
      const brokenAt = await audit.verify();
      const { total } = await audit.read({ limit: 1 });
      return { brokenAt, total };
    },
  },
});
