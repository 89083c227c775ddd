/**
 * The short numbers by which the help desk names a control over the telephone ("go to 14"): on the page with F2, in
 * `remote-service settings --numbered` and on the help desk's own page. A number that was given once is never given to
 * another control; a new control gets the next free one. The labels are in `shared/i18n/control-labels.ts`.
 */
export const CONTROL_NUMBERS = {
  'remoteService.enabled': 1,
  'remoteService.serviceOrganisationId': 2,
  'remoteService.verificationCode': 3,
  serialNumber: 4,
  'proxy.mode': 5,
  'proxy.url': 6,
  'proxy.authentication.enabled': 7,
  'proxy.authentication.domain': 8,
  'proxy.authentication.userName': 9,
  'proxy.authentication.password': 10,
  licenceServers: 11,
  certificates: 12,
  'service.account': 13,
  checkConnection: 14,
  changeAccount: 15,
  'remoteAssistance.allowed': 16,
  'remoteAssistance.endsAfterHours': 17,
  'updates.download': 18,
  'notices.days': 19,
  language: 20,
  secondLanguage: 21,
  save: 22,
  cancel: 23,
  'remoteAssistance.historyMonths': 24,
} as const;

/** The id of a control: its settings key, or a name of its own where it shows or starts something. */
export type ControlId = keyof typeof CONTROL_NUMBERS;

export const CONTROL_IDS = Object.keys(CONTROL_NUMBERS) as ControlId[];
