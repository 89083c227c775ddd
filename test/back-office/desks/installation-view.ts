import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import type { Office } from '../office';
import type { AssistanceRequest, Customer, Installation, LicenceClaims } from '../data/office-data';

/** Seconds without a call after which an installation without an open poll counts as not connected. */
const SILENCE_SECONDS = 30;

/** One serial number as the help desk sees it. */
export type InstallationView = {
  serialNumber: string;
  customer: Customer;
  installation:
    | (Pick<Installation, 'installationId' | 'registeredAt' | 'lastSeen' | 'removed' | 'registration'> & {
        organisation: { id: string; name: string };
        /** A long poll is open right now. */
        isPolling: boolean;
        isConnected: boolean;
      })
    | null;
  /** The newest licence issued. */
  licence: Omit<LicenceClaims, 'file' | 'formatVersion' | 'previousSha256' | 'customer'> | null;
  /** The last heartbeat, as received. */
  status: Installation['status'];
  lastReport: Installation['reports'][number] | null;
  /** The newest requests for remote assistance, newest first. */
  assistance: AssistanceView[];
};

type AssistanceView = AssistanceRequest & {
  /** Allowed, and the installation says that it is in a session. */
  isInSession: boolean;
  /** Why nobody was asked, in words; null where somebody was. */
  refusal: string | null;
};

const REQUESTS_SHOWN = 10;

export function viewOf(office: Office, serialNumber: string): InstallationView {
  const { customer, licences } = office.registry.serialNumber(serialNumber);
  const installation = office.registry.installation(serialNumber);
  return {
    serialNumber,
    customer,
    installation: installation === undefined ? null : describe(office, installation),
    licence: licenceOf(licences.at(-1)?.claims),
    status: installation?.status ?? null,
    lastReport: installation?.reports.at(-1) ?? null,
    assistance: assistanceOf(office, serialNumber, installation?.status?.remoteAssistance.inSession === true),
  };
}

function describe(office: Office, installation: Installation): NonNullable<InstallationView['installation']> {
  const { installationId, registeredAt, lastSeen, removed, registration, organisationId } = installation;
  const organisation = office.registry.organisations.find(({ id }) => id === organisationId);
  const isPolling = office.events.isPolling(installationId);
  const wasSeen = Date.now() - Date.parse(lastSeen) < SILENCE_SECONDS * 1000;
  return {
    installationId,
    registeredAt,
    lastSeen,
    removed,
    registration,
    organisation: { id: organisationId, name: organisation?.name ?? organisationId },
    isPolling,
    isConnected: !removed && (isPolling || wasSeen),
  };
}

function assistanceOf(office: Office, serialNumber: string, hasSession: boolean): AssistanceView[] {
  const words: Readonly<Record<string, string>> = messages.assistance.refusal;
  return office.data.assistance
    .filter((request) => request.serialNumber === serialNumber)
    .slice(-REQUESTS_SHOWN)
    .reverse()
    .map((request) => {
      const { answer, end } = request;
      const reason = answer?.reason ?? null;
      const isOver = request.state !== 'answered' || end !== null;
      return {
        ...request,
        isInSession: hasSession && answer?.decision === 'allowed' && !isOver,
        refusal: reason === null ? null : (words[reason] ?? reason),
      };
    });
}

function licenceOf(claims: LicenceClaims | undefined): InstallationView['licence'] {
  if (claims === undefined) return null;
  const { licenceId, product, serialNumber, sequence, issuedAt, reason } = claims;
  const { expiresOn, maintenanceUntil, users, features, hostIds } = claims;
  return {
    licenceId,
    product,
    serialNumber,
    sequence,
    issuedAt,
    reason,
    expiresOn,
    maintenanceUntil,
    users,
    features,
    hostIds,
  };
}
