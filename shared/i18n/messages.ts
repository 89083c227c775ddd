import type { ConnectionReason, ErrorCode } from '@shared/errors/error-catalogue';
import { certificateTrust } from './en-gb/certificate-trust';
import { commandAnswer } from './en-gb/command-answer';
import { assistance } from './en-gb/assistance';
import { commandLicence } from './en-gb/command-licence';
import { commandLine } from './en-gb/command-line';
import { component } from './en-gb/component';
import { connectionCheck } from './en-gb/connection-check';
import { connectionReason } from './en-gb/connection-reason';
import { control } from './en-gb/control';
import { errorAssistance } from './en-gb/error-assistance';
import { errorConnection } from './en-gb/error-connection';
import { errorControl } from './en-gb/error-control';
import { errorDate } from './en-gb/error-date';
import { errorFlexnet } from './en-gb/error-flexnet';
import { errorLicence } from './en-gb/error-licence';
import { errorLicenceServers } from './en-gb/error-licence-servers';
import { errorManual } from './en-gb/error-manual';
import { errorServerHealth } from './en-gb/error-server-health';
import { errorSettings } from './en-gb/error-settings';
import { licenceDate } from './en-gb/licence-date';
import { licenceServerAdvanced } from './en-gb/licence-server-advanced';
import { errorUpdate } from './en-gb/error-update';
import { pageAbout } from './en-gb/page-about';
import { pageAccess } from './en-gb/page-access';
import { pageActivity } from './en-gb/page-activity';
import { pageCommon } from './en-gb/page-common';
import { pageDiagnostics } from './en-gb/page-diagnostics';
import { pageHelpDesk } from './en-gb/page-help-desk';
import { pageLicence } from './en-gb/page-licence';
import { pageManual } from './en-gb/page-manual';
import { pageOverview } from './en-gb/page-overview';
import { pagePolicy } from './en-gb/page-policy';
import { pageWhatIsSent } from './en-gb/page-what-is-sent';
import { pageRemoteService } from './en-gb/page-remote-service';
import { pageServices } from './en-gb/page-services';
import { service } from './en-gb/service';
import { pageUpdates } from './en-gb/page-updates';
import { shell } from './en-gb/shell';
import * as state from './en-gb/state';
import { certificateTrust as certificateTrustIt } from './it/certificate-trust';
import { commandAnswer as commandAnswerIt } from './it/command-answer';
import { assistance as assistanceIt } from './it/assistance';
import { commandLicence as commandLicenceIt } from './it/command-licence';
import { commandLine as commandLineIt } from './it/command-line';
import { component as componentIt } from './it/component';
import { connectionCheck as connectionCheckIt } from './it/connection-check';
import { connectionReason as connectionReasonIt } from './it/connection-reason';
import { control as controlIt } from './it/control';
import { errorAssistance as errorAssistanceIt } from './it/error-assistance';
import { errorConnection as errorConnectionIt } from './it/error-connection';
import { errorControl as errorControlIt } from './it/error-control';
import { errorDate as errorDateIt } from './it/error-date';
import { errorFlexnet as errorFlexnetIt } from './it/error-flexnet';
import { errorLicence as errorLicenceIt } from './it/error-licence';
import { errorLicenceServers as errorLicenceServersIt } from './it/error-licence-servers';
import { errorManual as errorManualIt } from './it/error-manual';
import { errorServerHealth as errorServerHealthIt } from './it/error-server-health';
import { errorSettings as errorSettingsIt } from './it/error-settings';
import { licenceDate as licenceDateIt } from './it/licence-date';
import { licenceServerAdvanced as licenceServerAdvancedIt } from './it/licence-server-advanced';
import { errorUpdate as errorUpdateIt } from './it/error-update';
import { pageAbout as pageAboutIt } from './it/page-about';
import { pageAccess as pageAccessIt } from './it/page-access';
import { pageActivity as pageActivityIt } from './it/page-activity';
import { pageCommon as pageCommonIt } from './it/page-common';
import { pageDiagnostics as pageDiagnosticsIt } from './it/page-diagnostics';
import { pageHelpDesk as pageHelpDeskIt } from './it/page-help-desk';
import { pageLicence as pageLicenceIt } from './it/page-licence';
import { pageManual as pageManualIt } from './it/page-manual';
import { pageOverview as pageOverviewIt } from './it/page-overview';
import { pagePolicy as pagePolicyIt } from './it/page-policy';
import { pageWhatIsSent as pageWhatIsSentIt } from './it/page-what-is-sent';
import { pageRemoteService as pageRemoteServiceIt } from './it/page-remote-service';
import { pageServices as pageServicesIt } from './it/page-services';
import { service as serviceIt } from './it/service';
import { pageUpdates as pageUpdatesIt } from './it/page-updates';
import { shell as shellIt } from './it/shell';
import * as stateIt from './it/state';
import type { Locale } from './locales';

type ErrorTexts = Record<ErrorCode, { sentence: string; nextStep: string }>;

const enGB = {
  error: {
    ...errorAssistance,
    ...errorConnection,
    ...errorDate,
    ...errorFlexnet,
    ...errorServerHealth,
    ...errorLicence,
    ...errorLicenceServers,
    ...errorManual,
    ...errorControl,
    ...errorSettings,
    ...errorUpdate,
  } satisfies ErrorTexts,
  ...state,
  certificateTrust,
  commandAnswer,
  assistance,
  commandLicence,
  commandLine,
  component,
  connectionCheck,
  control,
  connectionReason: connectionReason satisfies Record<ConnectionReason, string>,
  licenceDate,
  licenceServerAdvanced,
  page: {
    about: pageAbout,
    access: pageAccess,
    activity: pageActivity,
    common: pageCommon,
    diagnostics: pageDiagnostics,
    helpDesk: pageHelpDesk,
    licence: pageLicence,
    manual: pageManual,
    overview: pageOverview,
    policy: pagePolicy,
    remoteService: pageRemoteService,
    whatIsSent: pageWhatIsSent,
    services: pageServices,
    updates: pageUpdates,
  },
  service,
  shell,
};

/** The same tree of keys with any text in it: a locale that lacks a key does not compile. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type Messages = Texts<typeof enGB>;

/** Every text of the program; codes travel between processes, these are put in where a person reads. */
export const messages: Readonly<Record<Locale, Messages>> = {
  'en-GB': enGB,
  it: {
    error: {
      ...errorAssistanceIt,
      ...errorConnectionIt,
      ...errorDateIt,
      ...errorFlexnetIt,
      ...errorServerHealthIt,
      ...errorLicenceIt,
      ...errorLicenceServersIt,
      ...errorManualIt,
      ...errorControlIt,
      ...errorSettingsIt,
      ...errorUpdateIt,
    },
    ...stateIt,
    certificateTrust: certificateTrustIt,
    commandAnswer: commandAnswerIt,
    assistance: assistanceIt,
    commandLicence: commandLicenceIt,
    commandLine: commandLineIt,
    component: componentIt,
    connectionCheck: connectionCheckIt,
    connectionReason: connectionReasonIt,
    control: controlIt,
    licenceDate: licenceDateIt,
    licenceServerAdvanced: licenceServerAdvancedIt,
    page: {
      about: pageAboutIt,
      access: pageAccessIt,
      activity: pageActivityIt,
      common: pageCommonIt,
      diagnostics: pageDiagnosticsIt,
      helpDesk: pageHelpDeskIt,
      licence: pageLicenceIt,
      manual: pageManualIt,
      overview: pageOverviewIt,
      policy: pagePolicyIt,
      remoteService: pageRemoteServiceIt,
      whatIsSent: pageWhatIsSentIt,
      services: pageServicesIt,
      updates: pageUpdatesIt,
    },
    service: serviceIt,
    shell: shellIt,
  },
};
