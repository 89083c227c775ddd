const GENERAL = { page: 'remoteService', tab: 'general' } as const;
const ASSISTANCE = { page: 'remoteService', tab: 'assistance' } as const;
const EVERY_PAGE = { page: null } as const;

/**
 * The short numbers by which the help desk names a control over the telephone ("go to 14"), and the page that has it: on
 * the pages with F2, in `remote-service settings --numbered` and on the help desk's own page. A number that was given
 * once is never given to another control; a new control gets the next free one. Of a control that stands in several rows
 * or on several pages the first is meant. The labels are in `shared/i18n/control-labels.ts`.
 */
const CONTROLS = {
  'remoteService.enabled': { number: 1, ...GENERAL },
  'remoteService.serviceOrganisationId': { number: 2, ...GENERAL },
  'remoteService.verificationCode': { number: 3, ...GENERAL },
  serialNumber: { number: 4, ...GENERAL },
  'proxy.mode': { number: 5, ...GENERAL },
  'proxy.url': { number: 6, ...GENERAL },
  'proxy.authentication.enabled': { number: 7, ...GENERAL },
  'proxy.authentication.domain': { number: 8, ...GENERAL },
  'proxy.authentication.userName': { number: 9, ...GENERAL },
  'proxy.authentication.password': { number: 10, ...GENERAL },
  licenceServers: { number: 11, ...GENERAL },
  certificates: { number: 12, ...GENERAL },
  'service.account': { number: 13, ...GENERAL },
  checkConnection: { number: 14, ...GENERAL },
  changeAccount: { number: 15, ...GENERAL },
  'remoteAssistance.allowed': { number: 16, ...ASSISTANCE },
  'remoteAssistance.endsAfterHours': { number: 17, ...ASSISTANCE },
  'updates.download': { number: 18, page: 'updates' },
  'notices.days': { number: 19, page: 'licence' },
  language: { number: 20, page: 'about' },
  secondLanguage: { number: 21, page: 'about' },
  save: { number: 22, page: 'remoteService' },
  cancel: { number: 23, page: 'remoteService' },
  'remoteAssistance.historyMonths': { number: 24, ...ASSISTANCE },
  'proxy.scriptUrl': { number: 25, ...GENERAL },
  editLicenceServer: { number: 26, ...GENERAL },
  testLicenceServer: { number: 27, ...GENERAL },
  removeLicenceServer: { number: 28, ...GENERAL },
  removeCertificate: { number: 29, ...GENERAL },
  tryLicenceServerAgain: { number: 30, ...GENERAL },
  saveLicenceFile: { number: 31, ...GENERAL },
  markAsCopied: { number: 32, ...GENERAL },
  saveAllLicenceFiles: { number: 33, ...GENERAL },
  tryAllLicenceServersAgain: { number: 34, ...GENERAL },
  tryConnectionAgain: { number: 35, page: 'overview' },
  connectionDetails: { number: 39, ...EVERY_PAGE },
  acknowledge: { number: 38, page: 'overview' },
  stopAssistance: { number: 36, ...ASSISTANCE },
  exportSessions: { number: 37, ...ASSISTANCE },
  importLicence: { number: 40, page: 'licence' },
  saveNewestLicence: { number: 41, page: 'licence' },
  saveLicenceRequest: { number: 42, page: 'licence' },
  earlierLicences: { number: 43, page: 'licence' },
  restoreLicence: { number: 44, page: 'licence' },
  startService: { number: 45, page: 'services' },
  stopService: { number: 46, page: 'services' },
  restartService: { number: 47, page: 'services' },
  lookForUpdates: { number: 50, page: 'updates' },
  downloadUpdate: { number: 51, page: 'updates' },
  installUpdate: { number: 52, page: 'updates' },
  searchActivity: { number: 55, page: 'activity' },
  filterActivity: { number: 56, page: 'activity' },
  exportActivity: { number: 57, page: 'activity' },
  createReport: { number: 60, page: 'diagnostics' },
  saveReport: { number: 61, page: 'diagnostics' },
  colours: { number: 65, page: 'about' },
  notifications: { number: 66, page: 'about' },
  keepInTray: { number: 67, page: 'about' },
  startAtLogin: { number: 68, page: 'about' },
  'server-name': { number: 70, ...GENERAL },
  'server-kind': { number: 71, ...GENERAL },
  'server-path': { number: 72, ...GENERAL },
  'account-domain': { number: 75, ...GENERAL },
  'account-user-name': { number: 76, ...GENERAL },
  'account-password': { number: 77, ...GENERAL },
  'page.overview': { number: 80, ...EVERY_PAGE },
  'page.remoteService': { number: 81, ...EVERY_PAGE },
  'tab.general': { number: 82, page: 'remoteService' },
  'tab.assistance': { number: 83, page: 'remoteService' },
  'page.licence': { number: 84, ...EVERY_PAGE },
  'page.services': { number: 85, ...EVERY_PAGE },
  'page.updates': { number: 86, ...EVERY_PAGE },
  'page.activity': { number: 87, ...EVERY_PAGE },
  'page.diagnostics': { number: 88, ...EVERY_PAGE },
  'page.whatIsSent': { number: 89, ...EVERY_PAGE },
  'page.about': { number: 90, ...EVERY_PAGE },
  'dialog.confirm': { number: 95, ...EVERY_PAGE },
  'dialog.cancel': { number: 96, ...EVERY_PAGE },
} as const;

/** The id of a control: its settings key, or a name of its own where it shows or starts something. */
export type ControlId = keyof typeof CONTROLS;

interface ControlPlace {
  number: number;
  /** The name of the page's route; null for what stands on every page. */
  page:
    | 'remoteService'
    | 'overview'
    | 'licence'
    | 'services'
    | 'updates'
    | 'activity'
    | 'diagnostics'
    | 'about'
    | null;
  tab?: 'general' | 'assistance';
}

export const placeOf = (id: ControlId): ControlPlace => CONTROLS[id];

export const CONTROL_IDS = Object.keys(CONTROLS) as ControlId[];
