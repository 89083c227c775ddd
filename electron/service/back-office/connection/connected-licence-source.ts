import type { LicenceSource } from '@electron/service/ports/licence-source';
import { overLive, type LiveConnection } from './live-connection';

/** Licences over the connection of the moment; without one every call throws `back-office-unreachable`. */
export const createLicenceSource = (live: () => LiveConnection | null): LicenceSource => ({
  licenceIndex: (nonce) =>
    overLive(live(), ({ client, session, signal }) => client.licenceIndex(session, nonce, signal)),
  licencePackage: (licenceId) =>
    overLive(live(), ({ client, session, signal }) => client.licencePackage(session, licenceId, signal)),
  keySet: () => overLive(live(), ({ client, signal }) => client.keySet(signal)),
  report: (report) =>
    overLive(live(), ({ client, session, signal }) => client.reportLicence(session, report, signal)),
});
