import type { ControlId } from '@shared/domain/settings/control-numbers';
import type { MessageKey } from './messages';

/** The key of the label of every control that has a short number. */
export const CONTROL_LABELS: Readonly<Record<ControlId, MessageKey>> = {
  'remoteService.enabled': 'page.remoteService.field.remoteService.enabled',
  'remoteService.serviceOrganisationId': 'page.remoteService.field.remoteService.serviceOrganisationId',
  'remoteService.verificationCode': 'page.remoteService.field.remoteService.verificationCode',
  serialNumber: 'page.common.serialNumber',
  'proxy.mode': 'page.remoteService.field.proxy.mode',
  'proxy.url': 'page.remoteService.field.proxy.url',
  'proxy.authentication.enabled': 'page.remoteService.field.proxy.authentication.enabled',
  'proxy.authentication.domain': 'page.remoteService.field.proxy.authentication.domain',
  'proxy.authentication.userName': 'page.remoteService.field.proxy.authentication.userName',
  'proxy.authentication.password': 'page.remoteService.field.proxy.authentication.password',
  licenceServers: 'page.remoteService.licenceServers.title',
  certificates: 'page.remoteService.certificates.title',
  'service.account': 'connectionCheck.credentials',
  checkConnection: 'connectionCheck.title',
  changeAccount: 'service.changeAccount.change',
  'remoteAssistance.allowed': 'page.remoteService.assistance.allow',
  'remoteAssistance.endsAfterHours': 'page.remoteService.assistance.endsAfter',
  'updates.download': 'control.downloadUpdates',
  'notices.days': 'control.noticeDays',
  language: 'page.about.preferences.language',
  secondLanguage: 'control.secondLanguage',
  save: 'component.saveBar.save',
  cancel: 'component.saveBar.cancel',
  'remoteAssistance.historyMonths': 'control.historyMonths',
};
