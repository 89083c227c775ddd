import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compactVerify, decodeProtectedHeader, generalVerify, importJWK, type GeneralJWSInput } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { startBackOffice, type BackOffice, type BackOfficeOptions } from './back-office';
import { today } from './desks/dates';
import { demoLicenceFile } from './desks/flexnet-file';
import { callBackOffice, nonce, registerInstallation } from './test-caller';

let running: BackOffice[] = [];
afterEach(async () => {
  await Promise.all(running.map((backOffice) => backOffice.close()));
  running = [];
});

async function start(options: BackOfficeOptions = {}): Promise<BackOffice> {
  const backOffice = await startBackOffice(options);
  running.push(backOffice);
  return backOffice;
}

type Claims = Record<string, unknown>;
type KeySet = { version: number; keys: { jwk: { kid: string }; roles: string[]; revoked: boolean }[] };

/** The payload of the key set, after two signatures by pinned roots were verified. */
async function keySetOf({ vendorProfile }: BackOffice, keySet: GeneralJWSInput): Promise<KeySet> {
  const signers = new Set<string>();
  let payload = '';
  for (const signature of keySet.signatures) {
    const verified = await generalVerify({ ...keySet, signatures: [signature] }, async (header) => {
      const root = vendorProfile.roots.find(({ kid }) => kid === header.kid);
      if (root === undefined || signers.has(root.kid)) throw new Error('no further root');
      signers.add(root.kid);
      return importJWK(root, 'Ed25519');
    });
    payload = new TextDecoder().decode(verified.payload);
  }
  expect(signers.size).toBeGreaterThanOrEqual(vendorProfile.threshold);
  return JSON.parse(payload) as KeySet;
}

async function verify(keySet: KeySet, jws: string, typ: string, role: string): Promise<Claims> {
  const header = decodeProtectedHeader(jws);
  expect(Object.keys(header).sort()).toEqual(['alg', 'kid', 'typ']);
  expect(header).toMatchObject({ alg: 'Ed25519', typ });
  const key = keySet.keys.find(({ jwk }) => jwk.kid === header.kid);
  expect(key).toMatchObject({ roles: [role], revoked: false });
  const { payload } = await compactVerify(jws, await importJWK(key?.jwk as never, 'Ed25519'));
  return JSON.parse(new TextDecoder().decode(payload)) as Claims;
}

async function fetchNewest(backOffice: BackOffice, keySet: KeySet) {
  const { token, installationId } = await registerInstallation(backOffice);
  const sent = nonce();
  const index = await callBackOffice(
    backOffice,
    `/installations/${installationId}/licence-index?nonce=${sent}`,
    { token },
  );
  expect(index.headers['content-type']).toContain('application/jose');
  const claims = await verify(keySet, index.text, 'licence-index+jws', 'index');
  expect(claims).toMatchObject({ nonce: sent, serialNumber: backOffice.serialNumber });
  expect(Date.parse(String(claims['freshUntil']))).toBeGreaterThan(Date.now());
  const answer = await callBackOffice(backOffice, `/licences/${String(claims['licenceId'])}`, { token });
  expect(createHash('sha256').update(answer.body).digest('hex')).toBe(claims['sha256']);
  expect(answer.body.length).toBe(claims['size']);
  return verify(keySet, answer.text, 'licence-package+jws', 'licence');
}

describe('signed documents', () => {
  it.each([{ ownKeys: false }, { ownKeys: true }])(
    'verify against the vendor profile (%j)',
    async (options) => {
      const backOffice = await start(options);
      const keySet = await keySetOf(backOffice, backOffice.vendorProfile.keySet);
      const first = await fetchNewest(backOffice, keySet);
      expect(first).toMatchObject({
        formatVersion: 1,
        sequence: 1,
        reason: 'initial',
        users: 25,
        previousSha256: null,
        expiresOn: today(365),
      });
      backOffice.issueLicence({ kind: 'add-users', users: 25 });
      const second = await fetchNewest(backOffice, keySet);
      expect(second).toMatchObject({
        sequence: 2,
        users: 50,
        reason: 'users-added',
        previousSha256: backOffice.licences()[0]?.sha256,
      });
    },
  );

  it('come with a new key set after a rotation, and the old key can be revoked', async () => {
    const backOffice = await start();
    const { version: before } = await keySetOf(backOffice, backOffice.vendorProfile.keySet);
    backOffice.rotateKeys({ revokeOld: true });
    backOffice.issueLicence({ kind: 'replace' });
    const answer = await callBackOffice(backOffice, '/key-set');
    expect(answer.headers['content-type']).toContain('application/jose+json');
    const keySet = await keySetOf(backOffice, answer.json() as GeneralJWSInput);
    expect(keySet.version).toBe(before + 1);
    expect(await fetchNewest(backOffice, keySet)).toMatchObject({ sequence: 2, reason: 'replacement' });
    const [old] = backOffice.licences();
    const { kid } = decodeProtectedHeader(old?.package ?? '');
    expect(keySet.keys.find(({ jwk }) => jwk.kid === kid)?.revoked).toBe(true);
  });

  it('are asked for with a nonce of 128 bits, and missing where there is no licence', async () => {
    const serialNumber = {
      serialNumber: 'PD-1',
      customer: { id: 'C', name: 'Nobody yet' },
      hasLicence: false,
    };
    const backOffice = await start({ serialNumbers: [serialNumber] });
    const { token, installationId } = await registerInstallation(backOffice);
    const index = (query: string) =>
      callBackOffice(backOffice, `/installations/${installationId}/licence-index?${query}`, { token });
    expect(await index('nonce=short')).toMatchObject({ status: 400 });
    expect((await index(`nonce=${nonce()}`)).json()).toMatchObject({ status: 404, code: 'no-licence' });
  });

  it('include an index of releases, whose files can be fetched in parts', async () => {
    const backOffice = await start();
    const keySet = await keySetOf(backOffice, backOffice.vendorProfile.keySet);
    const { token, installationId } = await registerInstallation(backOffice);
    const facts = { version: '1.9.0', releasedOn: today(), backdatedTo: null, severity: 'normal' } as const;
    const { releaseId, sha256 } = backOffice.publishRelease({
      ...facts,
      platform: 'linux-x64',
      fileName: 'setup.bin',
      notes: { en: 'New' },
      content: Buffer.from('0123456789'),
    });
    const indexPath = `/installations/${installationId}/release-index?nonce=${nonce()}`;
    const index = await callBackOffice(backOffice, indexPath, { token });
    const claims = await verify(keySet, index.text, 'release-index+jws', 'release');
    expect(claims).toMatchObject({ releases: [{ ...facts, releaseId, size: 10, sha256 }] });
    const fetchPart = (headers: Record<string, string>) =>
      callBackOffice(backOffice, `/releases/${releaseId}/file`, { token, headers });
    expect(await fetchPart({})).toMatchObject({ status: 200, text: '0123456789' });
    const part = await fetchPart({ range: 'bytes=4-', 'if-range': `"${sha256}"` });
    expect(part).toMatchObject({ status: 206, text: '456789', headers: { 'content-range': 'bytes 4-9/10' } });
    expect(await fetchPart({ range: 'bytes=4-', 'if-range': '"other"' })).toMatchObject({ status: 200 });
    expect(await fetchPart({ range: 'bytes=10-' })).toMatchObject({ status: 416 });
  });
});

describe('issuing', () => {
  it('puts each change into the package and its FlexNet file', async () => {
    const backOffice = await start();
    const maintenanceUntil = today(500);
    const extended = backOffice.issueLicence({ kind: 'extend-maintenance', maintenanceUntil }).claims;
    expect(extended).toMatchObject({ maintenanceUntil, reason: 'maintenance-extended' });
    const featured = backOffice.issueLicence({
      kind: 'add-feature',
      name: 'Variable data "Ü"',
      quantity: 3,
    }).claims;
    expect(featured.features.at(-1)).toEqual({
      id: 'variable_data',
      name: 'Variable data "Ü"',
      quantity: 3,
      expiresOn: null,
    });
    const version = maintenanceUntil.replace(/-(..)-(..)$/, '.$1$2');
    expect(featured.file.content).toMatch(
      /^# .*\nSERVER printsrv01 \S+ 27000\nVENDOR ocelicd PORT=27010\nUSE_SERVER\n/,
    );
    expect(featured.file.content).toContain(`INCREMENT variable_data ocelicd ${version} `);
    const replaced = backOffice.issueLicence({ kind: 'replace', expiresOn: null, users: 7 }).claims;
    expect(replaced.file.content).toContain(`INCREMENT webshop ocelicd ${version} permanent 7 \\\n\t`);
    expect(backOffice.licences().map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(() => backOffice.issueLicence({ kind: 'extend-maintenance', maintenanceUntil })).toThrow(
      'date-not-later',
    );
  });

  it('has the file a customer starts with', () => {
    expect(demoLicenceFile()).toContain('SN=PD-0042-7781');
    expect(demoLicenceFile()).toMatch(/ 25 \\\n/);
  });
});

describe('the data file', () => {
  it('lets a back office that starts again go on where it was', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'back-office-data-'));
    const dataFile = path.join(folder, 'data.json');
    try {
      const before = await startBackOffice({ dataFile, ownKeys: true });
      const { token, installationId } = await registerInstallation(before);
      before.issueLicence({ kind: 'add-users', users: 5 });
      await before.close();
      expect((await stat(dataFile)).mode & 0o777).toBe(0o600);
      expect(await readFile(dataFile, 'utf8')).not.toContain(before.organisation.verificationCode);
      const after = await startBackOffice({ dataFile });
      expect(after.caPem).toBe(before.caPem);
      expect(after.vendorProfile.roots).toEqual(before.vendorProfile.roots);
      expect(after.licences()).toEqual(before.licences());
      const events = await callBackOffice(after, `/installations/${installationId}/events?wait=0`, { token });
      await after.close();
      expect(events.json()).toMatchObject({ events: [{ type: 'licence-available', sequence: 2 }] });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a licence request on a stick', () => {
  const request = (changes: object = {}) => ({
    ...{
      document: 'licence-request',
      formatVersion: 1,
      product: 'PRISMAdirect',
      serialNumber: 'PD-0042-7781',
    },
    ...{ sequence: 1, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' },
    ...changes,
  });

  it('is answered with the newest package, and whether it is news', async () => {
    const backOffice = await start();
    expect(backOffice.answerRequest(request())).toMatchObject({ sequence: 1, isNewer: false });
    const { package: issued } = backOffice.issueLicence({ kind: 'add-users', users: 5 });
    expect(backOffice.answerRequest(request())).toMatchObject({
      ...{ sequence: 2, isNewer: true, reference: 'AAAAAAAAAAAAAAAAAAAAAA' },
      ...{ fileName: 'licence-2.jws', package: issued },
    });
  });

  it.each([
    ['serial-number-unknown', { serialNumber: 'PD-9' }],
    ['wrong-product', { product: 'other' }],
    ['request-invalid', { nonce: 'x' }],
  ])('is refused by name: %s', async (code, changes) => {
    const backOffice = await start();
    expect(() => backOffice.answerRequest(request(changes))).toThrow(expect.objectContaining({ code }));
  });
});
