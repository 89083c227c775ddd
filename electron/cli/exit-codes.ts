import type { ErrorCode } from '@shared/errors/error-catalogue';
import { RefusalCode } from '@shared/domain/licence/format/refusal-codes';

/** What a script learns from the end of a command; the numbers are fixed. */
export const EXIT = {
  done: 0,
  other: 1,
  wrongUsage: 2,
  notEntitled: 10,
  noLicence: 11,
  licenceInvalid: 12,
  clockSuspect: 13,
  serviceNotRunning: 20,
  notConnected: 21,
  refusedByPolicy: 30,
  notAllowed: 31,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WRONG_USAGE: readonly ErrorCode[] = [
  'command-unknown',
  'usage-wrong',
  'switch-refused',
  'bad-input',
  'secret-from-stdin',
  'settings-document-unusable',
  'setting-unknown',
  'setting-value-wrong',
  'setting-not-available',
  'setting-required',
  'setting-too-long',
  'setting-characters',
  'settings-invalid',
  'proxy-url-invalid',
  'proxy-url-required',
  'licence-path-required',
  'licence-path-not-absolute',
  'licence-server-name-taken',
  'licence-server-path-taken',
  'licence-server-unknown',
  'licence-file-name-invalid',
];

const SPECIAL: Partial<Record<ErrorCode, ExitCode>> = {
  'service-stopped': EXIT.serviceNotRunning,
  'not-allowed': EXIT.notAllowed,
  'not-operator': EXIT.notAllowed,
  'elevation-needed': EXIT.notAllowed,
  'elevation-refused': EXIT.notAllowed,
  'service-not-installed': EXIT.serviceNotRunning,
  'service-disabled': EXIT.serviceNotRunning,
  'setting-locked': EXIT.refusedByPolicy,
  'back-office-unreachable': EXIT.notConnected,
  'no-licence': EXIT.noLicence,
  'licence-package-missing': EXIT.noLicence,
  'serial-number-missing': EXIT.noLicence,
  'backup-unusable': EXIT.licenceInvalid,
  'maintenance-unknown': EXIT.noLicence,
};

export const exitCodeOf = (code: ErrorCode): ExitCode => {
  if (RefusalCode.safeParse(code).success || code.startsWith('flexnet-')) return EXIT.licenceInvalid;
  return SPECIAL[code] ?? (WRONG_USAGE.includes(code) ? EXIT.wrongUsage : EXIT.other);
};
