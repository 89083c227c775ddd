import type { ConnectionReason, ErrorCode } from '@shared/errors/error-catalogue';
import { assistance } from './assistance';
import { certificateTrust } from './certificate-trust';
import { commandAnswer } from './command-answer';
import { commandLicence } from './command-licence';
import { commandLine } from './command-line';
import { component } from './component';
import { connectionCheck } from './connection-check';
import { connectionReason } from './connection-reason';
import { control } from './control';
import { errorAssistance } from './error-assistance';
import { errorConnection } from './error-connection';
import { errorControl } from './error-control';
import { errorDate } from './error-date';
import { errorFlexnet } from './error-flexnet';
import { errorLicence } from './error-licence';
import { errorLicenceServers } from './error-licence-servers';
import { errorManual } from './error-manual';
import { errorServerHealth } from './error-server-health';
import { errorSettings } from './error-settings';
import { errorUpdate } from './error-update';
import { licenceDate } from './licence-date';
import { licenceServerAdvanced } from './licence-server-advanced';
import { pageAbout } from './page-about';
import { pageAccess } from './page-access';
import { pageActivity } from './page-activity';
import { pageCommon } from './page-common';
import { pageDiagnostics } from './page-diagnostics';
import { pageHelpDesk } from './page-help-desk';
import { pageLicence } from './page-licence';
import { pageManual } from './page-manual';
import { pageOverview } from './page-overview';
import { pagePolicy } from './page-policy';
import { pageRemoteService } from './page-remote-service';
import { pageServices } from './page-services';
import { pageUpdates } from './page-updates';
import { pageWhatIsSent } from './page-what-is-sent';
import { service } from './service';
import { shell } from './shell';
import * as state from './state';

type ErrorTexts = Record<ErrorCode, { sentence: string; nextStep: string }>;

/** Every text of the program in British English; the other locales have its keys. */
export const messages = {
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
