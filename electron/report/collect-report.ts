import path from 'node:path';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { SupportReport } from '@shared/domain/status/support-report';
import type { Status } from '@shared/domain/status/status';
import type { Reply } from '@shared/contract/define';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { redactText } from '@electron/log/redact';
import type { DataPaths } from '@electron/platform/folders';
import { thisMachine } from '@electron/platform/machine';
import { documentOf } from '@electron/settings/settings-document';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';
import { logTail } from './log-tail';

const ENTRIES = 100;

export interface ReportParts {
  version: string;
  paths: DataPaths;
  settings: Pick<SettingsRepository, 'read'>;
  status: Status;
  /** Null while the service does not run. */
  service: ServiceClient | null;
  clock: Clock;
}

const valueOrNull = <V>(reply: Reply<V> | null): V | null => (reply?.ok === true ? reply.value : null);

/** A certificate is public, but long: the report says only that there is one. */
const shortened = (settings: Record<string, unknown>) => {
  const { certificates } = settings;
  const count = Array.isArray(certificates) ? certificates.length : 0;
  return { ...settings, certificates: `${count} PEM` };
};

/** Gathers what the help desk asks for first. What cannot be had is left empty; never throws for it. */
export const collectReport = async (parts: ReportParts): Promise<SupportReport> => {
  const { paths, service, clock } = parts;
  const { settings, policy } = await parts.settings.read();
  const { secretsLeftOut, ...document } = documentOf(settings);
  const [check, activity, serviceLog, appLog] = await Promise.all([
    service === null ? null : service.check.read(),
    service === null ? null : service.activity.read({ limit: ENTRIES }),
    logTail(path.join(paths.logs, 'service.log')),
    logTail(path.join(paths.logs, 'app.log')),
  ]);
  const { node, electron = '-' } = process.versions as Partial<Record<string, string>>;
  return {
    format: 'remote-service-report',
    version: 1,
    createdAt: timestampOf(clock.now()),
    program: {
      version: parts.version,
      mode: paths.mode,
      runtime: `Electron ${electron}, Node ${node ?? '-'}`,
      platform: thisMachine().platform,
      home: paths.home,
    },
    status: parts.status,
    settings: shortened(document.settings),
    leftOut: secretsLeftOut,
    policy,
    check: valueOrNull(check)?.check ?? null,
    activity: valueOrNull(activity)?.entries ?? null,
    logs: { service: serviceLog, app: appLog },
  };
};

const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** In characters; what is more would not be read by anybody, and does not pass between our processes. */
const TEXT_CAP = 900_000;

const written = (report: SupportReport) => {
  const clean = (_name: string, value: unknown) => (typeof value === 'string' ? redactText(value) : value);
  return `${JSON.stringify(report, clean, 2).replaceAll(UNSAFE, escaped)}\n`;
};

/** The report as the file has it, and as it is shown before: text only, nothing in it that could steer a reader. */
export const reportText = (report: SupportReport): string => {
  const text = written(report);
  if (text.length <= TEXT_CAP) return text;
  const { service, app } = report.logs;
  const half = (lines: string[] | null) => lines?.slice(Math.ceil(lines.length / 2)) ?? null;
  if ((service?.length ?? 0) + (app?.length ?? 0) > 0) {
    return reportText({ ...report, logs: { service: half(service), app: half(app) } });
  }
  return written({ ...report, activity: null });
};
