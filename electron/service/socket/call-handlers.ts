import { AppError } from '@shared/errors/app-error';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';
import type { FileSettingsWriter } from '@electron/settings/saving/settings-writer';
import type { AssistanceJob } from '@electron/service/assistance/assistance-job';
import type { AuditLog } from '@electron/service/audit/audit-log';
import type { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import type { LicenceJob } from '@electron/service/licence/job/licence-job';
import type { ConnectionChecks } from '@electron/service/network/check/connection-checks';
import type { SettingsSource } from '@electron/service/state/settings-source';
import type { StatusStore } from '@electron/service/state/status-store';
import type { StorageMonitor } from '@electron/service/state/storage-monitor';
import { updatesHandlers } from '@electron/service/updates/updates-handlers';
import type { UpdateJob } from '@electron/service/updates/update-job';

export interface ServiceHandlerParts {
  lifetime: ServiceHandlers['lifetime'];
  status: StatusStore;
  storage: Pick<StorageMonitor, 'tryNow'>;
  settings: SettingsSource;
  /** Null where the app and the command line write the settings. */
  saving: FileSettingsWriter | null;
  connection: BackOfficeConnection;
  checks: ConnectionChecks;
  licence: LicenceJob;
  updates: UpdateJob;
  assistance: AssistanceJob;
  audit: AuditLog;
}

/** Every call of the app and the command line, handed to the part that owns it. */
export const createServiceHandlers = ({
  lifetime,
  status,
  storage,
  settings,
  saving,
  connection,
  checks,
  licence,
  updates,
  assistance,
  audit,
}: ServiceHandlerParts): ServiceHandlers => ({
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
  settings: {
    reload: () => settings.reload(),
    save: ({ revision, draft }) => {
      if (saving === null) return Promise.reject(new AppError('not-allowed'));
      return saving.save(revision, draft);
    },
  },
  licence: {
    install: async (arg) => {
      const bytes = new TextEncoder().encode(arg.package);
      return licence.installPackage(bytes);
    },
    tryAgain: async ({ licenceServerId }) => {
      await storage.tryNow();
      await licence.tryAgain(licenceServerId);
    },
    markAsCopied: ({ licenceServerId }) => licence.markAsCopied(licenceServerId),
    testBeforeSaving: (draft) => licence.testBeforeSaving(draft),
    test: ({ licenceServerId }) => licence.test(licenceServerId),
    readFile: async ({ licenceServerId }) => Promise.resolve(licence.manual.readFile(licenceServerId)),
    fileSaved: (saved) => licence.manual.fileSaved(saved),
    history: ({ licenceServerId }) => licence.manual.history(licenceServerId),
    restore: (order) => licence.manual.restore(order),
    installFile: ({ licenceServerId, content, acceptsLess }) =>
      licence.manual.installFile(licenceServerId, { bytes: Buffer.from(content, 'base64'), acceptsLess }),
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
