import { component } from './component';
import { connectionCheck } from './connection-check';
import { pageAbout } from './page-about';
import { pageCommon } from './page-common';
import { pageRemoteService } from './page-remote-service';
import { service } from './service';

const { field } = pageRemoteService;

/** The label of every control that has a short number, under that number. */
export const control = {
  1: field.remoteService.enabled,
  2: field.remoteService.serviceOrganisationId,
  3: field.remoteService.verificationCode,
  4: pageCommon.serialNumber,
  5: field.proxy.mode,
  6: field.proxy.url,
  7: field.proxy.authentication.enabled,
  8: field.proxy.authentication.domain,
  9: field.proxy.authentication.userName,
  10: field.proxy.authentication.password,
  11: pageRemoteService.licenceServers.title,
  12: pageRemoteService.certificates.title,
  13: connectionCheck.credentials,
  14: connectionCheck.title,
  15: service.changeAccount.change,
  16: pageRemoteService.assistance.allow,
  17: pageRemoteService.assistance.endsAfter,
  18: 'Transferir atualizações de software',
  19: 'Dias de aviso antes de uma data',
  20: pageAbout.preferences.language,
  21: 'Segundo idioma',
  22: component.saveBar.save,
  23: component.saveBar.cancel,
  24: 'Conservar o histórico de sessões durante (meses)',
};
