import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const vectors = path.resolve(import.meta.dirname, '../../../test/vectors');
const read = (name: string) => JSON.parse(readFileSync(path.join(vectors, name), 'utf8')) as unknown;
type Jwk = Record<string, string> & { kid: string };
const keys = read('test-private-keys.json') as Record<string, Jwk>;
const cases = read('cases.json') as { roots: Record<string, string>[]; threshold: number };

/** Within the validity of the test keys. */
export const TEST_NOW = Date.parse('2026-11-02T00:00:00Z');
const TEST_PRODUCT = 'PRISMAdirect';
export const TEST_SERIAL = 'PD-0042-7781';

export const testVendor = {
  product: TEST_PRODUCT,
  roots: cases.roots as unknown as { kty: 'OKP'; crv: 'Ed25519'; x: string }[],
  threshold: cases.threshold,
  keySet: read('key-set-valid.json') as Record<string, unknown>,
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const keyNamed = (name: string): Jwk => {
  const key = keys[name];
  if (key === undefined) throw new Error(`no test key ${name}`);
  return key;
};

/** A compact JWS by one of the published test keys. */
const signTestDocument = (keyName: string, typ: string, claims: unknown): Uint8Array => {
  const key = keyNamed(keyName);
  const input = `${encode({ alg: 'Ed25519', typ, kid: key.kid })}.${encode(claims)}`;
  const signature = sign(null, Buffer.from(input), createPrivateKey({ key, format: 'jwk' }));
  return new TextEncoder().encode(`${input}.${signature.toString('base64url')}`);
};

/** A key set in general JSON serialization, signed by the named roots. */
export const signKeySet = (claims: unknown, roots = ['root-1', 'root-2']): Uint8Array => {
  const payload = encode(claims);
  const signatures = roots.map(keyNamed).map((key) => {
    const header = encode({ alg: 'Ed25519', typ: 'key-set+jws', kid: key.kid });
    const signature = sign(
      null,
      Buffer.from(`${header}.${payload}`),
      createPrivateKey({ key, format: 'jwk' }),
    );
    return { protected: header, signature: signature.toString('base64url') };
  });
  return new TextEncoder().encode(JSON.stringify({ payload, signatures }));
};

export const testKeySetClaims = () =>
  JSON.parse(Buffer.from(String(testVendor.keySet['payload']), 'base64url').toString()) as Record<
    string,
    unknown
  > & { version: number; keys: Record<string, unknown>[] };

export const flexnetText = (
  users: number,
  expires = '31-dec-2027',
  hostId = '0A1B2C3D4E5F',
  serial = TEST_SERIAL,
) =>
  `SERVER printsrv01 ${hostId} 27000\nVENDOR ocelicd\nUSE_SERVER\n` +
  `INCREMENT webshop ocelicd 2027.0630 ${expires} ${users} SN=${serial} SIGN="00AA"\n`;

export const licenceClaims = (sequence: number, changes: Record<string, unknown> = {}) => ({
  formatVersion: 1,
  licenceId: randomUUID(),
  product: TEST_PRODUCT,
  serialNumber: TEST_SERIAL,
  sequence,
  previousSha256: null,
  issuedAt: '2026-11-01T12:00:00Z',
  reason: 'users-added',
  customer: { id: 'c-1', name: 'Druckhaus Beispiel' },
  expiresOn: '2027-12-31',
  maintenanceUntil: '2027-06-30',
  users: 10 * sequence,
  features: [{ id: 'webshop', name: 'Web shop', quantity: 10 * sequence, expiresOn: null }],
  hostIds: ['0A1B2C3D4E5F'],
  file: { name: 'ignored.lic', content: flexnetText(10 * sequence) },
  ...changes,
});
export type TestClaims = ReturnType<typeof licenceClaims>;

export const licencePackage = (claims: TestClaims, keyName = 'licence-1') =>
  signTestDocument(keyName, 'licence-package+jws', claims);

export const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** The index that announces a package, fresh for an hour. */
export const licenceIndex = (
  nonce: string,
  claims: TestClaims,
  bytes: Uint8Array,
  changes: Record<string, unknown> = {},
) =>
  signTestDocument('index-1', 'licence-index+jws', {
    formatVersion: 1,
    nonce,
    serialNumber: claims.serialNumber,
    sequence: claims.sequence,
    licenceId: claims.licenceId,
    sha256: sha256Of(bytes),
    size: bytes.length,
    issuedAt: new Date(TEST_NOW).toISOString(),
    freshUntil: new Date(TEST_NOW + 3_600_000).toISOString(),
    ...changes,
  });
