/**
 * What a client may do about a failure by itself: `retry` = try again later, `wait-for-user` = nothing helps until a
 * person changes something, `stop` = the other side has ended it, `refused` = this one request is answered with no.
 */
export type ErrorClass = 'retry' | 'wait-for-user' | 'stop' | 'refused';

/** Failures of a call between our own processes. */
const linkErrors = {
  'untrusted-sender': 'refused',
  'bad-input': 'refused',
  internal: 'refused',
  'page-broken': 'wait-for-user',
  'not-allowed': 'refused',
  'not-operator': 'wait-for-user',
  'service-stopped': 'retry',
  'service-untrusted': 'wait-for-user',
  'service-version': 'wait-for-user',
  'service-busy': 'retry',
  'service-already-running': 'refused',
  'socket-in-the-way': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Failures of starting, stopping and changing the service. */
const controlErrors = {
  'service-not-installed': 'wait-for-user',
  'service-disabled': 'wait-for-user',
  'service-control-failed': 'wait-for-user',
  'service-manager-silent': 'retry',
  'elevation-needed': 'wait-for-user',
  'elevation-refused': 'refused',
  'account-unknown': 'refused',
  'account-administrator': 'refused',
  'account-password-wrong': 'refused',
  'account-no-service-logon': 'refused',
  'account-change-failed': 'refused',
  'account-not-restored': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Reasons of the connection state `failed`; they are what `status` shows as `connection.reason`. */
const connectionErrors = {
  'verification-code-wrong': 'stop',
  'registration-blocked': 'stop',
  'organisation-unknown': 'stop',
  'serial-number-unknown': 'stop',
  'installation-removed': 'stop',
  'registration-ended': 'stop',
  'token-refused': 'stop',
  'back-office-name-not-found': 'retry',
  'back-office-unreachable': 'retry',
  'back-office-timed-out': 'retry',
  'back-office-busy': 'retry',
  'back-office-error': 'retry',
  'back-office-forbids': 'retry',
  'back-office-not-there': 'retry',
  'back-office-address-refused': 'wait-for-user',
  'answer-too-large': 'retry',
  'answer-too-slow': 'retry',
  'answer-unusable': 'retry',
  'sign-in-page': 'retry',
  'redirect-refused': 'retry',
  'certificate-untrusted': 'wait-for-user',
  'certificate-expired': 'wait-for-user',
  'certificate-wrong-name': 'wait-for-user',
  'proxy-unreachable': 'retry',
  'proxy-name-not-found': 'retry',
  'proxy-refused': 'retry',
  'proxy-detection-failed': 'retry',
  'proxy-login-required': 'wait-for-user',
  'proxy-login-refused': 'wait-for-user',
  'keychain-unavailable': 'wait-for-user',
  'keychain-damaged': 'wait-for-user',
  'secret-unreadable': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Findings that only a check of the connection has by name. */
const checkErrors = {
  disabled: 'wait-for-user',
  'details-missing': 'wait-for-user',
  'clock-off': 'wait-for-user',
  'proxy-found-no-way': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Reasons why a licence server could not be read or updated. */
const licenceServerErrors = {
  'path-missing': 'retry',
  'not-a-folder': 'retry',
  'access-denied': 'retry',
  'read-only': 'retry',
  'disk-full': 'retry',
  'share-unreachable': 'retry',
  'timed-out': 'retry',
  'file-in-use': 'retry',
  'verify-failed': 'retry',
  'link-in-the-way': 'retry',
  'unknown-content': 'wait-for-user',
  'licence-file-missing': 'retry',
  'licence-file-unreadable': 'retry',
} as const satisfies Record<string, ErrorClass>;

/** Why a signed document was refused: the checks of the licence format, by name. */
const licenceErrors = {
  'too-large': 'refused',
  malformed: 'refused',
  'header-not-allowed': 'refused',
  'wrong-type': 'refused',
  'unknown-key': 'refused',
  'key-revoked': 'refused',
  'key-role': 'refused',
  algorithm: 'refused',
  signature: 'refused',
  'not-json': 'refused',
  schema: 'refused',
  'newer-format': 'refused',
  'wrong-product': 'refused',
  'wrong-serial-number': 'refused',
  'wrong-host': 'refused',
  'issued-in-future': 'refused',
  replayed: 'refused',
  conflicting: 'refused',
  implausible: 'refused',
  expired: 'refused',
  nonce: 'refused',
  stale: 'refused',
  threshold: 'refused',
  'index-mismatch': 'refused',
  'no-licence': 'retry',
  'no-licence-server': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** What is wrong with a bare FlexNet licence file, by the line it stands on. */
const flexnetErrors = {
  'flexnet-not-text': 'refused',
  'flexnet-line-unfinished': 'refused',
  'flexnet-quote-open': 'refused',
  'flexnet-fields-missing': 'refused',
  'flexnet-date-invalid': 'refused',
  'flexnet-count-invalid': 'refused',
  'flexnet-server-incomplete': 'refused',
  'flexnet-port-invalid': 'refused',
  'flexnet-server-count': 'refused',
  'flexnet-server-missing': 'refused',
  'flexnet-vendor-missing': 'refused',
  'flexnet-no-features': 'refused',
} as const satisfies Record<string, ErrorClass>;

/** The command by which a licence server reads its new file; the licence is installed all the same. */
const rereadErrors = {
  'reread-not-started': 'wait-for-user',
  'reread-failed': 'wait-for-user',
  'reread-timed-out': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** What holds of the dates of the licence: near or over; or there are none. */
const dateNotices = {
  'licence-without-dates': 'refused',
  'licence-expires-soon': 'wait-for-user',
  'licence-expired': 'wait-for-user',
  'maintenance-ends-soon': 'wait-for-user',
  'maintenance-ended': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Failures of what a person does with licence files by hand. */
const manualErrors = {
  'licence-package-missing': 'wait-for-user',
  'serial-number-missing': 'wait-for-user',
  'backup-missing': 'refused',
  'backup-unusable': 'refused',
  'file-not-saved': 'wait-for-user',
  'file-exists': 'refused',
} as const satisfies Record<string, ErrorClass>;

/** Failures of reading, checking or saving settings. */
const settingsErrors = {
  'settings-broken': 'wait-for-user',
  'settings-newer': 'wait-for-user',
  'settings-changed-meanwhile': 'retry',
  'settings-locked': 'retry',
  'settings-not-writable': 'wait-for-user',
  'settings-invalid': 'refused',
  'policy-invalid': 'wait-for-user',
  'policy-untrusted': 'wait-for-user',
  'setting-locked': 'refused',
  'setting-unknown': 'refused',
  'setting-not-available': 'refused',
  'setting-value-wrong': 'refused',
  'setting-required': 'refused',
  'setting-too-long': 'refused',
  'setting-characters': 'refused',
  'proxy-url-invalid': 'refused',
  'proxy-url-required': 'refused',
  'proxy-user-name-required': 'refused',
  'proxy-password-required': 'refused',
  'proxy-detect-with-assistance': 'refused',
  'certificate-unreadable': 'refused',
  'certificate-no-authority': 'refused',
  'certificate-out-of-date': 'refused',
  'licence-path-required': 'refused',
  'licence-path-not-absolute': 'refused',
  'licence-path-mapped-drive': 'refused',
  'licence-path-share-form': 'refused',
  'licence-path-share-unmounted': 'refused',
  'licence-path-not-local': 'refused',
  'share-host-not-saved': 'refused',
  'licence-server-name-taken': 'refused',
  'licence-server-path-taken': 'refused',
  'licence-server-unknown': 'refused',
  'licence-file-name-invalid': 'refused',
  'licence-ports-invalid': 'refused',
  'licence-host-invalid': 'refused',
  'reread-command-not-absolute': 'refused',
  'nothing-to-copy': 'refused',
  'secret-from-stdin': 'refused',
  'settings-document-unusable': 'refused',
} as const satisfies Record<string, ErrorClass>;

/** Failures of software updates. */
const updateErrors = {
  'update-index-refused': 'refused',
  'update-hash-mismatch': 'refused',
  'update-too-large': 'refused',
  'update-disk-full': 'retry',
  'update-folder-unusable': 'wait-for-user',
  'update-none': 'refused',
  'update-not-downloaded': 'refused',
  'update-changed': 'retry',
  'update-installer-unknown': 'refused',
  'update-install-refused': 'refused',
  'update-install-failed': 'refused',
} as const satisfies Record<string, ErrorClass>;

/** Failures of remote assistance. */
const assistanceErrors = {
  'assistance-request-gone': 'refused',
  'assistance-grant-invalid': 'refused',
  'assistance-not-recorded': 'retry',
  'client-not-found': 'wait-for-user',
  'client-unsafe': 'wait-for-user',
  'client-too-old': 'wait-for-user',
  'client-version-unknown': 'wait-for-user',
  'client-not-started': 'retry',
  'client-not-set-up': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Failures only the command line has. */
const commandErrors = {
  'command-unknown': 'refused',
  'usage-wrong': 'refused',
  'file-unreadable': 'refused',
  'maintenance-unknown': 'wait-for-user',
  'vendor-profile-invalid': 'wait-for-user',
  'data-folder-unsafe': 'wait-for-user',
  'data-folder-unusable': 'wait-for-user',
  'certificate-checks-off': 'wait-for-user',
  'switch-refused': 'wait-for-user',
} as const satisfies Record<string, ErrorClass>;

/** Every failure a person can meet, by group; its texts are `error.<group>.<code>` in `shared/i18n`. */
export const ERROR_GROUPS = {
  link: linkErrors,
  control: controlErrors,
  connection: connectionErrors,
  check: checkErrors,
  licenceServer: licenceServerErrors,
  licence: licenceErrors,
  flexnet: flexnetErrors,
  reread: rereadErrors,
  date: dateNotices,
  manual: manualErrors,
  settings: settingsErrors,
  update: updateErrors,
  assistance: assistanceErrors,
  command: commandErrors,
} as const;

/** The one catalogue: every code with its class. */
export const ERRORS = {
  ...linkErrors,
  ...controlErrors,
  ...connectionErrors,
  ...checkErrors,
  ...licenceServerErrors,
  ...licenceErrors,
  ...flexnetErrors,
  ...rereadErrors,
  ...dateNotices,
  ...manualErrors,
  ...settingsErrors,
  ...updateErrors,
  ...assistanceErrors,
  ...commandErrors,
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type ConnectionReason = keyof typeof connectionErrors;
export type LicenceServerReason = keyof typeof licenceServerErrors | 'wrong-host';
export type LicenceRefusal = keyof typeof licenceErrors;

const codesOf = <T extends object>(group: T) =>
  Object.keys(group) as [keyof T & string, ...(keyof T & string)[]];

export const ERROR_CODES = codesOf(ERRORS);
export const CONNECTION_REASONS = codesOf(connectionErrors);
export const LICENCE_SERVER_REASONS = [...codesOf(licenceServerErrors), 'wrong-host'] as const;
export const LICENCE_REFUSALS = codesOf(licenceErrors);
export const FLEXNET_REFUSALS = codesOf(flexnetErrors);
