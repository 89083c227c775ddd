import { Status } from './status';

const AT = '2026-03-02T09:00:00.000Z';
const licence = {
  serialNumber: 'PD-0042-7781',
  sequence: 7,
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 50,
  features: [{ id: 'PD_BASE', name: 'Base', quantity: 1, expiresOn: '2027-12-31' }],
  customer: 'Drukkerij De Maas',
};
const difference = {
  isFirst: false,
  reason: 'users-added' as const,
  changes: [
    { kind: 'users' as const, from: 20, to: 50 },
    { kind: 'feature-added' as const, id: 'PD_X', name: 'More', quantity: 1 },
  ],
};
const ask = {
  requestId: 'request-1',
  technician: 'Tess',
  organisation: 'Service organisation',
  ticket: 'T-1',
  reason: 'A queue is stuck',
  access: 'view' as const,
};
const brief = {
  releaseId: 'r-2',
  version: '1.3.0',
  releasedOn: '2027-01-01',
  countsFrom: '2027-01-01',
  severity: 'security' as const,
  size: 5,
};

/** A status in which every part has something to say. */
export const richStatus: Status = Status.parse({
  connection: {
    ...{ state: 'failed', reason: 'back-office-busy', params: { host: 'example.com' } },
    ...{ since: AT, nextTry: AT, missing: ['verification-code'] },
  },
  proxy: { mode: 'manual', found: 'proxy:3128', source: 'settings', script: null, login: 'basic' },
  organisation: { id: 'SO-2001', name: 'Print Service Venlo', phone: '+31 77 1', website: null },
  serialNumber: { value: 'PD-0042-7781', readFrom: 'Main server' },
  licence,
  newestLicence: licence,
  refusedLicence: { code: 'malformed', at: AT, sequence: 8, line: 3, word: 'x' },
  lastChange: { at: AT, sequence: 7, difference },
  lastSignedProof: AT,
  licenceServers: [
    {
      ...{ id: 'main', name: 'Main server', kind: 'remote', path: '/srv/licences', state: 'failing' },
      ...{ sequence: 7, reason: 'path-missing', since: AT, nextTry: AT, tries: 2 },
      ...{ hostId: '001122334455', fitsHost: true, waiting: difference },
      serving: {
        ...{ state: 'listening', host: 'localhost', port: 27000, at: AT },
        vendorPort: { port: 27001, isOpen: true },
      },
      flaw: { code: 'wrong-host', line: null, word: null },
      installed: {
        ...{ serialNumber: 'PD-0042-7781', serialNumbers: ['PD-0042-7781'], expiresOn: null },
        features: [
          {
            ...{ id: 'PD_BASE', name: 'Base', quantity: 1, expiresOn: null },
            ...{ version: '1.0', state: 'in-force', startsOn: null, pool: '' },
          },
        ],
        ...{ moreFeatures: 0, hostIds: ['ANY'], sha256: 'a'.repeat(64), modifiedAt: AT },
        fromPackage: { sequence: 7, users: 50, maintenanceUntil: '2027-06-30' },
      },
    },
  ],
  clock: { isSuspect: false, floor: AT, source: 'licence', doubted: null, differenceSeconds: 0 },
  remoteAssistance: {
    ...{ allowed: true, until: AT, hasExpired: false },
    session: { ...ask, state: 'starting', startedAt: AT, endsAt: AT },
    request: { ...ask, kind: 'widen', answerBy: AT },
    client: {
      ...{ provider: 'rustdesk', state: 'found', location: '/usr/bin/rustdesk' },
      ...{ version: '1.2', minimumVersion: null },
    },
  },
  updates: {
    ...{ newestOffered: '1.3.0', downloaded: '1.3.0', checkedAt: AT, offered: brief, notCovered: brief },
    download: { state: 'ready', receivedBytes: 5, bytesPerSecond: 1, nextTry: null },
    problem: { code: 'update-changed', params: {} },
  },
  service: { state: 'starting', version: '1.3.0', account: 'print', mode: 'embedded', keychain: 'file' },
  notices: [{ code: 'service-version', params: {}, since: AT }],
  announcements: [
    {
      id: '6f1f2a2e-7f3f-4c58-9a55-0d8c1c1f8a11',
      ...{ at: AT, kind: 'licence-date', date: 'expiry', day: '2027-12-31', rung: 30 },
    },
  ],
});
