import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VendorProfile } from '@shared/domain/connection/vendor-profile';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { startBackOffice, type BackOffice } from '../back-office';
import { registerInstallation } from '../test-caller';
import { findingsAsJunit } from './conformance-report';
import { startFaultyBackOffice, type Fault, type FaultyAnswer } from './faulty-back-office.fixture';
import { API_PROMISES, runConformance, type Finding } from './run-conformance';

const API_FILE = path.resolve(import.meta.dirname, '../../../shared/back-office/back-office-api.yaml');

let backOffice: BackOffice;
beforeEach(async () => {
  backOffice = await startBackOffice();
});
afterEach(() => backOffice.close());

const publish = (fileName: string) =>
  backOffice.publishRelease({
    ...{ version: '1.1.0', releasedOn: '2026-12-01', backdatedTo: null, severity: 'normal' },
    ...{ platform: 'linux-x64', fileName, notes: {}, content: Buffer.from('an installer') },
  });

/** Something to try every promise with. */
const fill = async () => {
  await registerInstallation(backOffice);
  publish('remote-service_1.1.0_amd64.deb');
  backOffice.requestAssistance({
    technician: { name: 'Petra Lang', organisation: 'Druckhaus Service GmbH' },
    ...{ ticket: 'T-1', reason: 'The queue stands still.', access: 'view' },
    session: {
      ...{ provider: 'teamviewer', code: 's12-345-678' },
      ...{ endCustomerLink: 'https://get.teamviewer.com/s12345678', validUntil: '2099-01-01T00:00:00Z' },
    },
  });
};

const conformanceOf = async (address: string): Promise<Finding[]> => {
  const profile = VendorProfile.parse(backOffice.vendorProfile);
  const { roots, threshold } = profile;
  const bytes = new TextEncoder().encode(JSON.stringify(profile.keySet));
  const known = await verifyKeySet(bytes, { roots, threshold, storedVersion: 0, timeFloor: Date.now() });
  if (!('keySet' in known)) throw new Error(known.outcome);
  const { serialNumber, organisation } = backOffice;
  return runConformance({
    ...{ address, profile, serialNumber, keySet: known.keySet },
    ...{ organisationId: organisation.id, verificationCode: organisation.verificationCode },
  });
};

const named = (findings: readonly Finding[], outcome: Finding['outcome']) =>
  findings
    .filter((finding) => finding.outcome === outcome)
    .map(({ promise, reason }) => `${promise.operation}/${promise.name} ${reason}`);

it('finds every promise kept by the reference back office', async () => {
  await fill();
  const findings = await conformanceOf(backOffice.apiBase);
  expect(named(findings, 'broken')).toEqual([]);
  expect(named(findings, 'not-tried')).toEqual([]);
  expect(findings).toHaveLength(API_PROMISES.length);
});

it('says how a promise can be tried for which there was nothing', async () => {
  const findings = await conformanceOf(backOffice.apiBase);
  expect(named(findings, 'broken')).toEqual([]);
  expect(named(findings, 'not-tried')).toEqual(
    expect.arrayContaining([
      'releaseFile/as-the-index-says There is no release. Publish one, and run it again.',
      'answerAssistance/answered-once No request for assistance is open. Make one for this serial number, and run it again.',
    ]),
  );
});

it('has a promise of every operation of the file', () => {
  const { paths } = parse(readFileSync(API_FILE, 'utf8')) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(operations.filter((id) => !API_PROMISES.some(({ operation }) => operation === id))).toEqual([]);
  const names = API_PROMISES.map(({ operation, name }) => `${operation}/${name}`);
  expect(new Set(names).size).toBe(names.length);
});

const jsonOf = ({ body }: FaultyAnswer) => JSON.parse(body.toString()) as Record<string, unknown>;
const withJson = (answer: FaultyAnswer, value: unknown): FaultyAnswer => ({
  ...answer,
  body: Buffer.from(JSON.stringify(value)),
});
const isEvents = (name: string) => /^GET .*\/events\?/.test(name);
const without = ({ headers, ...answer }: FaultyAnswer, name: string): FaultyAnswer => ({
  ...answer,
  headers: Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name)),
});

/** Behind the stand-in answers come whole: unless that is the fault, it does not offer to hold a poll for longer. */
const withPlainPolls =
  (fault: Fault): Fault =>
  async (call, ask) => {
    const answer = await fault(call, ask);
    if (!isEvents(call.name) || answer.status !== 200) return answer;
    return withJson(answer, { ...jsonOf(answer), waitSeconds: undefined });
  };
const HELD_BACK = 'a held poll whose answer is kept back until it is complete';

/** Each fault with the promises that it breaks. */
const FAULTS: Record<string, { fault: Fault; breaks: string[] }> = {
  'a heartbeat answered as text': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!name.endsWith('/status') || answer.status !== 200) return answer;
      return { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' } };
    },
    breaks: ['reportStatus/answers'],
  },
  'an old token that is still taken': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!name.endsWith('/status') || answer.status !== 401) return answer;
      const taken = { serverTime: new Date().toISOString(), heartbeatSeconds: 900 };
      return withJson({ ...answer, status: 200, headers: { 'content-type': 'application/json' } }, taken);
    },
    breaks: ['register/old-token-ends', 'reportStatus/token-needed'],
  },
  'an index that is too long': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!name.includes('/licence-index?') || answer.status !== 200) return answer;
      return { ...answer, body: Buffer.concat([answer.body, Buffer.alloc(20_000, 0x0a)]) };
    },
    breaks: ['licenceIndex/signed', 'licenceIndex/fresh'],
  },
  'a package with another signature': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!name.startsWith('GET /licences/') || answer.status !== 200) return answer;
      const text = answer.body.toString();
      const at = text.lastIndexOf('.') + 10;
      const other = text[at] === 'A' ? 'B' : 'A';
      return { ...answer, body: Buffer.from(`${text.slice(0, at)}${other}${text.slice(at + 1)}`) };
    },
    breaks: ['licence/as-the-index-says'],
  },
  'an index of a key that no key set has': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!name.includes('/release-index?') || answer.status !== 200) return answer;
      const [, ...rest] = answer.body.toString().split('.');
      const header = { alg: 'Ed25519', typ: 'release-index+jws', kid: 'A'.repeat(43) };
      const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
      return { ...answer, body: Buffer.from([encoded, ...rest].join('.')) };
    },
    breaks: ['releaseIndex/signed'],
  },
  'a 429 that does not say when to come back': {
    fault: async (_call, ask) => without(await ask(), 'retry-after'),
    breaks: ['everyCall/retry-after'],
  },
  'a report that is not known again': {
    fault: async ({ name, headers }, ask) => {
      const answer = await ask();
      if (!name.endsWith('/licence-reports') || answer.status !== 204) return answer;
      const key = String(headers['idempotency-key']);
      const isKnown = seenKeys.has(key);
      seenKeys.add(key);
      return isKnown ? { ...answer, status: 200 } : answer;
    },
    breaks: ['reportLicence/idempotency-key'],
  },
  'a poll that does not wait': {
    fault: ({ name }, ask) => (isEvents(name) ? ask({ name: name.replace(/wait=\d+/, 'wait=0') }) : ask()),
    breaks: ['nextEvents/waits'],
  },
  [HELD_BACK]: { fault: (_call, ask) => ask(), breaks: ['nextEvents/held'] },
  'a wrong code that is accepted': {
    fault: async ({ name, body }, ask) => {
      if (name !== 'POST /installations') return ask();
      const { verificationCode } = backOffice.organisation;
      const registration = JSON.parse(body.toString()) as Record<string, unknown>;
      return ask({ body: Buffer.from(JSON.stringify({ ...registration, verificationCode })) });
    },
    breaks: ['register/wrong-code'],
  },
  'a redirect to another address': {
    fault: async ({ name }, ask) => {
      if (name !== 'GET /key-set') return ask();
      return { status: 302, headers: { location: '/api/v1/keys' }, body: Buffer.alloc(0) };
    },
    breaks: ['keySet/signed', 'everyCall/no-redirects'],
  },
  'a registration that ignores its Idempotency-Key': {
    fault: ({ headers }, ask) => ask({ headers: { ...headers, 'idempotency-key': crypto.randomUUID() } }),
    breaks: ['register/idempotency-key', 'answerAssistance/answered-once'],
  },
  'an index for an earlier question': {
    fault: async ({ name }, ask) => {
      if (!name.includes('/licence-index?')) return ask();
      const changed = name.replace(/nonce=.*/, 'nonce=AAAAAAAAAAAAAAAAAAAAAA');
      return ask({ name: changed });
    },
    breaks: ['licenceIndex/signed', 'licenceIndex/fresh'],
  },
  'an error that is a web page': {
    fault: async (_call, ask) => {
      const answer = await ask();
      if (answer.status !== 404) return answer;
      return { ...answer, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Not found</h1>') };
    },
    breaks: [
      'register/unknown-organisation',
      'register/unknown-serial-number',
      'licence/unknown',
      'answerAssistance/unknown',
      'assistanceEnded/unknown',
      'everyCall/problem-documents',
    ],
  },
  'an event without a member': {
    fault: async ({ name }, ask) => {
      const answer = await ask();
      if (!isEvents(name) || answer.status !== 200) return answer;
      const value = jsonOf(answer) as { events: Record<string, unknown>[] };
      const events = value.events.map((event) => ({ ...event, technician: undefined }));
      return withJson(answer, { ...value, events });
    },
    breaks: ['nextEvents/members'],
  },
  'a download that begins elsewhere': {
    fault: async ({ name, headers }, ask) => {
      if (!name.endsWith('/file') || headers['if-range'] === undefined) return ask();
      return ask({ headers: { ...headers, 'if-range': undefined } });
    },
    breaks: ['releaseFile/changed-file'],
  },
};
const seenKeys = new Set<string>();

describe('a fault', () => {
  it.each(Object.keys(FAULTS))('%s is found by the name of its promise', async (name) => {
    const { fault, breaks } = FAULTS[name] ?? { fault: (_call, ask) => ask(), breaks: [] };
    await fill();
    const faulty = await startFaultyBackOffice(
      backOffice,
      name === HELD_BACK ? fault : withPlainPolls(fault),
    );
    try {
      const findings = await conformanceOf(faulty.address);
      const broken = named(findings, 'broken').map((words) => words.split(' ')[0]);
      expect(broken).toEqual(breaks);
    } finally {
      await faulty.close();
    }
  });

  it('of a file name with a path is found by the name of its promise', async () => {
    await fill();
    publish('../../etc/cron.d/x');
    const findings = await conformanceOf(backOffice.apiBase);
    expect(named(findings, 'broken')).toEqual([
      expect.stringContaining('releaseIndex/plain-names ') as string,
    ]);
  });
});

it('writes a JUnit report that keeps what a back office says out of its markup', async () => {
  await fill();
  publish('"><x>/&');
  const report = findingsAsJunit(await conformanceOf(backOffice.apiBase));
  expect(report).toContain(`<testsuites tests="${API_PROMISES.length}" failures="1" skipped="0">`);
  expect(report).toContain('&quot;&gt;&lt;x&gt;/&amp;');
});
