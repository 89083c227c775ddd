import type { AddressInfo } from 'node:net';
import { api, API_PATH } from './api';
import { BehaviourBook, type BehaviourRule } from './misbehaviour/behaviour-rules';
import type { NewEvent } from './data/event-feed';
import { DEMO_CUSTOMER, DEMO_SERIAL_NUMBER } from './desks/flexnet-file';
import { helpDesk } from './help-desk/help-desk-api';
import { viewOf, type InstallationView } from './desks/installation-view';
import type { KeyRing } from './data/key-ring';
import type { Deviation, LicenceChange } from './desks/licence-desk';
import { Office, type KnownSerialNumber } from './office';
import type {
  AssistanceRequest,
  IssuedLicence,
  OfficeEvent,
  PublicJwk,
  SignedKeySet,
} from './data/office-data';
import type { Organisation } from './data/registry';
import type { NewRelease, Release } from './desks/release-desk';
import { answerRequest, type LicenceAnswer } from './desks/request-desk';
import { RequestLog, type RequestRecord } from './data/request-log';
import type { AssistanceAsk } from './schemas';
import { comeBack, createApp, goAway, HOST } from './server';

const DEMO_ORGANISATION: Organisation = {
  id: 'SO-2001',
  verificationCode: '7Q4-KM2-XP9',
  name: 'Druckhaus Service GmbH',
  phone: '+49 30 5550 2001',
  website: 'https://service.druckhaus.example/',
};

export type BackOfficeOptions = {
  /** 0 or missing = a free one. */
  port?: number;
  product?: string;
  organisations?: readonly Organisation[];
  serialNumbers?: readonly KnownSerialNumber[];
  /** Keys made for this back office in place of the published test keys. */
  ownKeys?: boolean;
  dataFile?: string;
  heartbeatSeconds?: number;
  /** The token of every installation in place of a random one, for tests that look where it ends up. */
  token?: string;
};

/** The content of a brand's `vendor.json`. */
type VendorProfile = {
  product: string;
  vendorName: string;
  backOffice: string;
  helpDesk: { phone: string; website: string };
  certificates: string[];
  roots: PublicJwk[];
  threshold: 2;
  keySet: SignedKeySet;
};

/** The actions of a test on a running back office. Serial numbers default to the first known one. */
type Controls = {
  installations(): InstallationView[];
  view(serialNumber?: string): InstallationView;
  licences(serialNumber?: string): readonly IssuedLicence[];
  answerRequest(document: unknown): LicenceAnswer;
  issueLicence(change: LicenceChange, options?: { serialNumber?: string } & Deviation): IssuedLicence;
  sendEvent(event: NewEvent, serialNumber?: string): OfficeEvent;
  endToken(serialNumber?: string): void;
  removeInstallation(serialNumber?: string): void;
  rotateKeys(options?: Parameters<KeyRing['rotate']>[0]): SignedKeySet;
  publishRelease(release: NewRelease): Release;
  requestAssistance(ask: AssistanceAsk, answerSeconds?: number, serialNumber?: string): AssistanceRequest;
};

export type BackOffice = Controls & {
  /** `https://127.0.0.1:PORT`. */
  address: string;
  apiBase: string;
  port: number;
  caPem: string;
  vendorProfile: VendorProfile;
  helpDeskUrl: string;
  organisation: { id: string; verificationCode: string };
  serialNumber: string;
  /** Every API call in order of arrival; the live list. */
  requests: readonly RequestRecord[];
  /** Replaces the rules in force; an empty list = behave. */
  setBehaviour(rules: readonly BehaviourRule[]): void;
  /** Nothing listens any more and every connection is cut, until `comeBack`, at the same port with the same data. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
};

function vendorProfileOf(office: Office, apiBase: string): VendorProfile {
  const [{ phone = '', website = '' } = DEMO_ORGANISATION] = office.options.organisations;
  return {
    product: office.options.product,
    vendorName: 'Druckhaus Service',
    backOffice: apiBase,
    helpDesk: { phone, website },
    certificates: [office.data.authority.certificate],
    roots: office.keys.roots,
    threshold: 2,
    keySet: office.keys.keySet,
  };
}

/** Starts the reference back office on the loopback address. */
export async function startBackOffice(options: BackOfficeOptions = {}): Promise<BackOffice> {
  const { port = 0, dataFile } = options;
  const office = await Office.open({
    product: options.product ?? 'PRISMAdirect',
    organisations: options.organisations ?? [DEMO_ORGANISATION],
    serialNumbers: options.serialNumbers ?? [{ serialNumber: DEMO_SERIAL_NUMBER, customer: DEMO_CUSTOMER }],
    ownKeys: options.ownKeys ?? false,
    heartbeatSeconds: options.heartbeatSeconds ?? 900,
    ...(dataFile === undefined ? {} : { dataFile }),
    ...(options.token === undefined ? {} : { token: options.token }),
  });
  const book = new BehaviourBook();
  const log = new RequestLog();
  const { app, server } = await createApp(office.data.authority);
  await app.register(
    (scope, _options, done) => {
      api(scope, office, book, log);
      done();
    },
    { prefix: API_PATH },
  );
  await app.register(
    (scope, _options, done) => {
      helpDesk(scope, office, book, log);
      done();
    },
    { prefix: '/help-desk' },
  );
  await app.listen({ host: HOST, port });
  const listening = (server.address() as AddressInfo).port;
  const address = `https://${HOST}:${listening}`;
  const vendorProfile = vendorProfileOf(office, `${address}${API_PATH}`);
  const [organisation = DEMO_ORGANISATION] = office.options.organisations;
  const first = office.options.serialNumbers[0]?.serialNumber ?? DEMO_SERIAL_NUMBER;
  return {
    address,
    apiBase: vendorProfile.backOffice,
    port: listening,
    caPem: office.data.authority.certificate,
    vendorProfile,
    helpDeskUrl: `${address}/help-desk/`,
    organisation: { id: organisation.id, verificationCode: organisation.verificationCode },
    serialNumber: first,
    requests: log.records,
    ...controls(office, first),
    setBehaviour: (rules) => book.set(rules),
    goAway: () => goAway(server),
    comeBack: () => comeBack(server, listening),
    close: async () => {
      office.letGo();
      if (!server.listening) await comeBack(server, listening);
      await app.close();
      await office.save();
    },
  };
}

function controls(office: Office, first: string): Controls {
  return {
    installations: () => office.data.installations.map(({ serialNumber }) => viewOf(office, serialNumber)),
    view: (serialNumber = first) => viewOf(office, serialNumber),
    licences: (serialNumber = first) => office.registry.serialNumber(serialNumber).licences,
    answerRequest: (document) => answerRequest(office, document),
    issueLicence: (change, { serialNumber = first, ...deviation } = {}) =>
      office.issueLicence(serialNumber, change, deviation),
    sendEvent: (event, serialNumber = first) => office.sendEvent(serialNumber, event),
    endToken: (serialNumber = first) => {
      office.endToken(serialNumber);
    },
    removeInstallation: (serialNumber = first) => {
      office.removeInstallation(serialNumber);
    },
    rotateKeys: (rotation) => {
      office.keys.rotate(rotation);
      return office.keys.keySet;
    },
    publishRelease: (release) => office.releases.publish(release),
    requestAssistance: (ask, answerSeconds, serialNumber = first) =>
      office.requestAssistance(serialNumber, ask, answerSeconds),
  };
}
