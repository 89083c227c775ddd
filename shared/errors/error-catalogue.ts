import { EXIT, type ExitCode, type ExitName } from './exit-codes';

/**
 * The reaction of a client to a failure: `retry` = try again later, `wait-for-user` = nothing helps until a
 * person changes something, `stop` = the other side has ended it, `refused` = this one request is answered with no.
 */
type ErrorClass = 'retry' | 'wait-for-user' | 'stop' | 'refused';

/** `exit` is how a command ends that fails so. */
type ErrorRows = Readonly<Record<string, { class: ErrorClass; exit: ExitName }>>;

/** Failures of a call between our own processes. */
const linkErrors = {
  'untrusted-sender': { class: 'refused', exit: 'other' },
  'bad-input': { class: 'refused', exit: 'wrongUsage' },
  internal: { class: 'refused', exit: 'other' },
  'page-broken': { class: 'wait-for-user', exit: 'other' },
  'not-allowed': { class: 'refused', exit: 'notAllowed' },
  'not-operator': { class: 'wait-for-user', exit: 'notAllowed' },
  'person-needed': { class: 'refused', exit: 'notAllowed' },
  'service-stopped': { class: 'retry', exit: 'serviceNotRunning' },
  'service-untrusted': { class: 'wait-for-user', exit: 'other' },
  'service-version': { class: 'wait-for-user', exit: 'other' },
  'window-outdated': { class: 'wait-for-user', exit: 'other' },
  'service-outdated': { class: 'wait-for-user', exit: 'other' },
  'service-busy': { class: 'retry', exit: 'other' },
  'service-already-running': { class: 'refused', exit: 'other' },
  'socket-in-the-way': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Failures of starting, stopping and changing the service. */
const controlErrors = {
  'service-not-installed': { class: 'wait-for-user', exit: 'serviceNotRunning' },
  'service-disabled': { class: 'wait-for-user', exit: 'serviceNotRunning' },
  'service-control-failed': { class: 'wait-for-user', exit: 'other' },
  'service-manager-silent': { class: 'retry', exit: 'other' },
  'elevation-needed': { class: 'wait-for-user', exit: 'notAllowed' },
  'elevation-refused': { class: 'refused', exit: 'notAllowed' },
  'account-unknown': { class: 'refused', exit: 'other' },
  'account-administrator': { class: 'refused', exit: 'other' },
  'account-password-wrong': { class: 'refused', exit: 'other' },
  'account-no-service-logon': { class: 'refused', exit: 'other' },
  'account-not-usable': { class: 'refused', exit: 'other' },
  'account-folder-closed': { class: 'refused', exit: 'other' },
  'account-change-failed': { class: 'refused', exit: 'other' },
  'account-not-restored': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Reasons of the connection state `failed`; they are what `status` shows as `connection.reason`. */
const connectionErrors = {
  'verification-code-wrong': { class: 'stop', exit: 'other' },
  'registration-blocked': { class: 'stop', exit: 'other' },
  'organisation-unknown': { class: 'stop', exit: 'other' },
  'serial-number-unknown': { class: 'stop', exit: 'other' },
  'installation-removed': { class: 'stop', exit: 'other' },
  'registration-ended': { class: 'stop', exit: 'other' },
  'token-refused': { class: 'stop', exit: 'other' },
  'back-office-name-not-found': { class: 'retry', exit: 'other' },
  'back-office-unreachable': { class: 'retry', exit: 'notConnected' },
  'back-office-timed-out': { class: 'retry', exit: 'other' },
  'back-office-busy': { class: 'retry', exit: 'other' },
  'back-office-error': { class: 'retry', exit: 'other' },
  'back-office-forbids': { class: 'retry', exit: 'other' },
  'back-office-not-there': { class: 'retry', exit: 'other' },
  'back-office-address-refused': { class: 'wait-for-user', exit: 'other' },
  'answer-too-large': { class: 'retry', exit: 'other' },
  'answer-too-slow': { class: 'retry', exit: 'other' },
  'answer-unusable': { class: 'retry', exit: 'other' },
  'sign-in-page': { class: 'retry', exit: 'other' },
  'redirect-refused': { class: 'retry', exit: 'other' },
  'certificate-untrusted': { class: 'wait-for-user', exit: 'other' },
  'certificate-incomplete': { class: 'wait-for-user', exit: 'other' },
  'certificate-expired': { class: 'wait-for-user', exit: 'other' },
  'certificate-wrong-name': { class: 'wait-for-user', exit: 'other' },
  'clock-wrong': { class: 'wait-for-user', exit: 'other' },
  'proxy-unreachable': { class: 'retry', exit: 'other' },
  'proxy-name-not-found': { class: 'retry', exit: 'other' },
  'proxy-refused': { class: 'retry', exit: 'other' },
  'proxy-found-no-way': { class: 'retry', exit: 'other' },
  'proxy-no-answer': { class: 'retry', exit: 'other' },
  'proxy-detection-failed': { class: 'retry', exit: 'other' },
  'proxy-script-unusable': { class: 'retry', exit: 'other' },
  'proxy-login-required': { class: 'wait-for-user', exit: 'other' },
  'proxy-negotiate-only': { class: 'wait-for-user', exit: 'other' },
  'proxy-login-refused': { class: 'wait-for-user', exit: 'other' },
  'keychain-unavailable': { class: 'wait-for-user', exit: 'other' },
  'keychain-damaged': { class: 'wait-for-user', exit: 'other' },
  'secret-unreadable': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Findings that only a check of the connection has by name. */
const checkErrors = {
  disabled: { class: 'wait-for-user', exit: 'other' },
  'details-missing': { class: 'wait-for-user', exit: 'other' },
  'clock-off': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Reasons why a licence server could not be read or updated. */
const licenceServerErrors = {
  'path-missing': { class: 'retry', exit: 'other' },
  'not-a-folder': { class: 'retry', exit: 'other' },
  'folder-protected': { class: 'wait-for-user', exit: 'wrongUsage' },
  'access-denied': { class: 'retry', exit: 'other' },
  'read-only': { class: 'retry', exit: 'other' },
  'disk-full': { class: 'retry', exit: 'other' },
  'share-unreachable': { class: 'retry', exit: 'other' },
  'timed-out': { class: 'retry', exit: 'other' },
  'file-in-use': { class: 'retry', exit: 'other' },
  'verify-failed': { class: 'retry', exit: 'other' },
  'link-in-the-way': { class: 'retry', exit: 'other' },
  'unknown-content': { class: 'wait-for-user', exit: 'other' },
  'licence-file-missing': { class: 'retry', exit: 'other' },
  'licence-file-unreadable': { class: 'retry', exit: 'other' },
  'disk-failing': { class: 'retry', exit: 'other' },
  'state-not-stored': { class: 'retry', exit: 'other' },
} as const satisfies ErrorRows;

/** Why the service cannot store its own state; renewal goes on in memory. */
const storageErrors = {
  'storage-full': { class: 'retry', exit: 'other' },
  'storage-read-only': { class: 'retry', exit: 'other' },
  'storage-denied': { class: 'retry', exit: 'other' },
  'storage-failing': { class: 'retry', exit: 'other' },
} as const satisfies ErrorRows;

/** What became of a file of the service's state that was not as the service had left it. */
const stateErrors = {
  'state-file-damaged': { class: 'wait-for-user', exit: 'other' },
  'activity-log-damaged': { class: 'wait-for-user', exit: 'other' },
  'keys-lost': { class: 'retry', exit: 'other' },
} as const satisfies ErrorRows;

/** Why a signed document was refused: the checks of the licence format, by name. */
const licenceErrors = {
  'too-large': { class: 'refused', exit: 'licenceInvalid' },
  malformed: { class: 'refused', exit: 'licenceInvalid' },
  'header-not-allowed': { class: 'refused', exit: 'licenceInvalid' },
  'wrong-type': { class: 'refused', exit: 'licenceInvalid' },
  'unknown-key': { class: 'refused', exit: 'licenceInvalid' },
  'key-revoked': { class: 'refused', exit: 'licenceInvalid' },
  'key-role': { class: 'refused', exit: 'licenceInvalid' },
  algorithm: { class: 'refused', exit: 'licenceInvalid' },
  signature: { class: 'refused', exit: 'licenceInvalid' },
  'not-json': { class: 'refused', exit: 'licenceInvalid' },
  schema: { class: 'refused', exit: 'licenceInvalid' },
  'newer-format': { class: 'refused', exit: 'licenceInvalid' },
  'wrong-product': { class: 'refused', exit: 'licenceInvalid' },
  'wrong-serial-number': { class: 'refused', exit: 'licenceInvalid' },
  'wrong-host': { class: 'refused', exit: 'licenceInvalid' },
  'issued-in-future': { class: 'refused', exit: 'licenceInvalid' },
  replayed: { class: 'refused', exit: 'licenceInvalid' },
  conflicting: { class: 'refused', exit: 'licenceInvalid' },
  implausible: { class: 'refused', exit: 'licenceInvalid' },
  expired: { class: 'refused', exit: 'licenceInvalid' },
  nonce: { class: 'refused', exit: 'licenceInvalid' },
  stale: { class: 'refused', exit: 'licenceInvalid' },
  threshold: { class: 'refused', exit: 'licenceInvalid' },
  'index-mismatch': { class: 'refused', exit: 'licenceInvalid' },
  'no-licence': { class: 'retry', exit: 'noLicence' },
  'no-licence-server': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Errors in a bare FlexNet licence file, by line, and reasons not to put it in place. */
const flexnetErrors = {
  'flexnet-not-text': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-line-unfinished': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-quote-open': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-fields-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-date-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-count-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-server-incomplete': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-port-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-server-count': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-server-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-vendor-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-no-features': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-encoding': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-blank-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-curly-quote': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-markup': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-quote-misplaced': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-keyword-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-word-unknown': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-attribute-twice': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-year-short': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-version-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-signature-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-signature-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-host-id-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-host-id-demo': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-supersede-undated': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-components-invalid': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-upgrade-baseless': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-server-twice': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-port-missing': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-too-many-lines': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-ended': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-not-yet': { class: 'refused', exit: 'licenceInvalid' },
  'flexnet-grants-less': { class: 'refused', exit: 'licenceInvalid' },
} as const satisfies ErrorRows;

/** The command by which a licence server reads its new file; the licence is installed all the same. */
const rereadErrors = {
  'reread-not-started': { class: 'wait-for-user', exit: 'other' },
  'reread-failed': { class: 'wait-for-user', exit: 'other' },
  'reread-program-unsafe': { class: 'wait-for-user', exit: 'other' },
  'reread-timed-out': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** The state of the licence in use: its dates near, over or none, or its file unusable. */
const dateNotices = {
  'licence-without-dates': { class: 'refused', exit: 'other' },
  'licence-file-unusable': { class: 'wait-for-user', exit: 'other' },
  'licence-expires-soon': { class: 'wait-for-user', exit: 'other' },
  'licence-expired': { class: 'wait-for-user', exit: 'other' },
  'maintenance-ends-soon': { class: 'wait-for-user', exit: 'other' },
  'maintenance-ended': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Failures of what a person does with licence files by hand. */
const manualErrors = {
  'licence-package-missing': { class: 'wait-for-user', exit: 'noLicence' },
  'serial-number-missing': { class: 'wait-for-user', exit: 'noLicence' },
  'backup-missing': { class: 'refused', exit: 'other' },
  'backup-unusable': { class: 'refused', exit: 'licenceInvalid' },
  'file-not-saved': { class: 'wait-for-user', exit: 'other' },
  'file-exists': { class: 'refused', exit: 'other' },
} as const satisfies ErrorRows;

/** Failures of reading, checking or saving settings. */
const settingsErrors = {
  'settings-broken': { class: 'wait-for-user', exit: 'other' },
  'settings-gone': { class: 'wait-for-user', exit: 'other' },
  'settings-newer': { class: 'wait-for-user', exit: 'other' },
  'settings-changed-meanwhile': { class: 'retry', exit: 'other' },
  'settings-locked': { class: 'retry', exit: 'other' },
  'settings-not-writable': { class: 'wait-for-user', exit: 'other' },
  'settings-need-service': { class: 'wait-for-user', exit: 'serviceNotRunning' },
  'settings-place-unsafe': { class: 'wait-for-user', exit: 'other' },
  'settings-invalid': { class: 'refused', exit: 'wrongUsage' },
  'policy-invalid': { class: 'wait-for-user', exit: 'other' },
  'policy-untrusted': { class: 'wait-for-user', exit: 'other' },
  'setting-locked': { class: 'refused', exit: 'refusedByPolicy' },
  'setting-unknown': { class: 'refused', exit: 'wrongUsage' },
  'setting-not-available': { class: 'refused', exit: 'wrongUsage' },
  'setting-value-wrong': { class: 'refused', exit: 'wrongUsage' },
  'setting-required': { class: 'refused', exit: 'wrongUsage' },
  'setting-too-long': { class: 'refused', exit: 'wrongUsage' },
  'setting-characters': { class: 'refused', exit: 'wrongUsage' },
  'proxy-url-invalid': { class: 'refused', exit: 'wrongUsage' },
  'proxy-url-required': { class: 'refused', exit: 'wrongUsage' },
  'proxy-script-invalid': { class: 'refused', exit: 'wrongUsage' },
  'proxy-script-required': { class: 'refused', exit: 'wrongUsage' },
  'proxy-user-name-required': { class: 'refused', exit: 'wrongUsage' },
  'proxy-password-required': { class: 'refused', exit: 'wrongUsage' },
  'proxy-detect-with-assistance': { class: 'refused', exit: 'wrongUsage' },
  'certificate-unreadable': { class: 'refused', exit: 'wrongUsage' },
  'certificate-no-authority': { class: 'refused', exit: 'wrongUsage' },
  'certificate-out-of-date': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-required': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-not-absolute': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-mapped-drive': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-share-form': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-share-unmounted': { class: 'refused', exit: 'wrongUsage' },
  'licence-path-not-local': { class: 'refused', exit: 'wrongUsage' },
  'share-host-not-saved': { class: 'refused', exit: 'wrongUsage' },
  'licence-server-name-taken': { class: 'refused', exit: 'wrongUsage' },
  'licence-server-path-taken': { class: 'refused', exit: 'wrongUsage' },
  'licence-server-unknown': { class: 'refused', exit: 'wrongUsage' },
  'licence-file-name-invalid': { class: 'refused', exit: 'wrongUsage' },
  'licence-ports-invalid': { class: 'refused', exit: 'wrongUsage' },
  'licence-host-invalid': { class: 'refused', exit: 'wrongUsage' },
  'reread-command-in-settings': { class: 'wait-for-user', exit: 'wrongUsage' },
  'nothing-to-copy': { class: 'refused', exit: 'other' },
  'secret-from-stdin': { class: 'refused', exit: 'wrongUsage' },
  'settings-document-unusable': { class: 'refused', exit: 'wrongUsage' },
} as const satisfies ErrorRows;

/** Failures of software updates. */
const updateErrors = {
  'update-index-refused': { class: 'refused', exit: 'other' },
  'update-hash-mismatch': { class: 'refused', exit: 'other' },
  'update-too-large': { class: 'refused', exit: 'other' },
  'update-disk-full': { class: 'retry', exit: 'other' },
  'update-folder-unusable': { class: 'wait-for-user', exit: 'other' },
  'update-none': { class: 'refused', exit: 'other' },
  'update-not-downloaded': { class: 'refused', exit: 'other' },
  'update-changed': { class: 'retry', exit: 'other' },
  'update-installer-unknown': { class: 'refused', exit: 'other' },
  'update-install-refused': { class: 'refused', exit: 'other' },
  'update-install-failed': { class: 'refused', exit: 'other' },
  'update-needs-more': { class: 'wait-for-user', exit: 'other' },
  'update-installer-busy': { class: 'retry', exit: 'other' },
} as const satisfies ErrorRows;

/** Failures of remote assistance. */
const assistanceErrors = {
  'assistance-request-gone': { class: 'refused', exit: 'other' },
  'assistance-grant-invalid': { class: 'refused', exit: 'other' },
  'assistance-not-recorded': { class: 'retry', exit: 'other' },
  'client-not-found': { class: 'wait-for-user', exit: 'other' },
  'client-unsafe': { class: 'wait-for-user', exit: 'other' },
  'client-too-old': { class: 'wait-for-user', exit: 'other' },
  'client-version-unknown': { class: 'wait-for-user', exit: 'other' },
  'client-not-started': { class: 'retry', exit: 'other' },
  'client-not-set-up': { class: 'wait-for-user', exit: 'other' },
} as const satisfies ErrorRows;

/** Failures only the command line has. */
const commandErrors = {
  'command-unknown': { class: 'refused', exit: 'wrongUsage' },
  'usage-wrong': { class: 'refused', exit: 'wrongUsage' },
  'file-unreadable': { class: 'refused', exit: 'other' },
  'maintenance-unknown': { class: 'wait-for-user', exit: 'noLicence' },
  'vendor-profile-invalid': { class: 'wait-for-user', exit: 'other' },
  'data-folder-unsafe': { class: 'wait-for-user', exit: 'other' },
  'data-folder-unusable': { class: 'wait-for-user', exit: 'other' },
  'certificate-checks-off': { class: 'wait-for-user', exit: 'other' },
  'window-as-root': { class: 'wait-for-user', exit: 'wrongUsage' },
  'window-on-other-display': { class: 'wait-for-user', exit: 'other' },
  'output-not-written': { class: 'wait-for-user', exit: 'other' },
  'switch-refused': { class: 'wait-for-user', exit: 'wrongUsage' },
} as const satisfies ErrorRows;

/** Every failure a person can meet, by group; its texts are `error.<group>.<code>` in `shared/i18n`. */
export const ERROR_GROUPS = {
  link: linkErrors,
  control: controlErrors,
  connection: connectionErrors,
  check: checkErrors,
  licenceServer: licenceServerErrors,
  storage: storageErrors,
  state: stateErrors,
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

/** The one catalogue: every code with its class and its exit code. */
export const ERRORS = {
  ...linkErrors,
  ...controlErrors,
  ...connectionErrors,
  ...checkErrors,
  ...licenceServerErrors,
  ...storageErrors,
  ...stateErrors,
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
export type StorageTrouble = keyof typeof storageErrors;
/** Why a package was refused: for itself, or for the licence file inside it. */
export type PackageRefusal = keyof typeof licenceErrors | keyof typeof flexnetErrors;

const codesOf = <T extends object>(group: T) =>
  Object.keys(group) as [keyof T & string, ...(keyof T & string)[]];

/** How a command ends that fails so. */
export const exitCodeOf = (code: ErrorCode): ExitCode => EXIT[ERRORS[code].exit];

export const ERROR_CODES = codesOf(ERRORS);
export const CONNECTION_REASONS = codesOf(connectionErrors);
export const LICENCE_SERVER_REASONS = [...codesOf(licenceServerErrors), 'wrong-host'] as const;
export const STORAGE_TROUBLES = codesOf(storageErrors);
export const FLEXNET_REFUSALS = codesOf(flexnetErrors);
export const PACKAGE_REFUSALS = [...codesOf(licenceErrors), ...FLEXNET_REFUSALS] as const;
