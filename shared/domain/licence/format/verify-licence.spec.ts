import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, keySetInForce, readVector, signCompact, validClaims, type Case } from './vectors.fixture';
import { verifyLicence, type LicenceContext } from './verify-licence';

const TYP = 'licence-package+jws';
const NOW = Date.parse('2026-11-02T00:00:00Z');

const context = (changes: Partial<LicenceContext> = {}): LicenceContext => ({
  keySet: keySetInForce,
  timeFloor: NOW,
  product: 'PRISMAdirect',
  serialNumber: 'PD-0042-7781',
  hostId: '0A1B2C3D4E5F',
  installedSequence: 6,
  ...changes,
});

const contextOf = ({ context: given }: Case): LicenceContext => ({
  keySet: keySetInForce,
  timeFloor: Date.parse(given.now ?? ''),
  product: given.product ?? '',
  serialNumber: given.serialNumber ?? null,
  hostId: given.hostId ?? null,
  installedSequence: given.installedSequence ?? 0,
  installedSha256: given.installedSha256,
  installedExpiresOn: given.installedExpiresOn,
});

const outcomeOf = async (bytes: Uint8Array, changes: Partial<LicenceContext> = {}): Promise<string> =>
  (await verifyLicence(bytes, context(changes))).outcome;

const signed = (changes: Record<string, unknown>) =>
  signCompact({ ...validClaims(), ...changes }, TYP, 'licence-1');

describe('verifyLicence', () => {
  it('knows all 45 vectors', () => {
    expect(cases.licencePackages).toHaveLength(45);
  });

  it.each(cases.licencePackages)('vector $name', async (vector) => {
    const { outcome } = await verifyLicence(readVector(vector.file), contextOf(vector));
    expect([vector.expect].flat()).toContain(outcome);
    expect(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted')).toBeUndefined();
  });

  it('gives the claims and the hash of an accepted package, with or without a newline behind it', async () => {
    const verdict = await verifyLicence(readVector('valid.jws'), context());
    const sha256 = 'ec7f28c081e2fca4846120b5d84007559f86633d064a5d189695c44852d580ac';
    expect(verdict).toMatchObject({ outcome: 'ok', sha256, claims: { sequence: 7, users: 25 } });
    expect(await verifyLicence(readVector('trailing-newline-allowed.jws'), context())).toEqual(verdict);
  });

  it.each([1, 0x20, 0x80])('is never ok with one byte changed by %i', async (mask) => {
    const valid = readVector('valid.jws');
    const outcomes = new Set<string>();
    for (let at = 0; at < valid.length; at += 1) {
      const changed = valid.slice();
      changed[at] = (changed[at] ?? 0) ^ mask;
      outcomes.add(await outcomeOf(changed));
    }
    expect([...outcomes]).not.toContain('ok');
    expect([...outcomes]).not.toContain('unchanged');
  });

  it.each(['\n\n', '\r\n', ' ', '.', '\0'])('refuses %j behind the package', async (tail) => {
    const bytes = new Uint8Array([...readVector('valid.jws'), ...new TextEncoder().encode(tail)]);
    expect(await outcomeOf(bytes)).toBe('malformed');
  });

  it('refuses a signature that goes on', async () => {
    const bytes = new Uint8Array([...readVector('valid.jws'), 0x41]);
    expect(await outcomeOf(bytes)).toBe('signature');
  });

  it('never throws and never accepts junk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ maxLength: 400 }).map((text) => new TextEncoder().encode(text)),
          fc
            .tuple(fc.base64String(), fc.base64String(), fc.base64String())
            .map((parts) => new TextEncoder().encode(parts.join('.'))),
        ),
        async (bytes) => {
          expect(['malformed', 'header-not-allowed', 'wrong-type']).toContain(await outcomeOf(bytes));
        },
      ),
    );
  });

  it('compares host ids without regard to case, and not at all when there is none to compare', async () => {
    const bytes = readVector('valid.jws');
    expect(await outcomeOf(bytes, { hostId: '0a1b2c3d4e5f' })).toBe('ok');
    expect(await outcomeOf(bytes, { hostId: null })).toBe('ok');
    expect(await outcomeOf(bytes, { hostId: 'ANY' })).toBe('wrong-host');
    expect(await outcomeOf(await signed({ hostIds: ['ANY'] }), { hostId: 'FFFF' })).toBe('ok');
    expect(await outcomeOf(await signed({ hostIds: ['ANY', 'EEEE'] }), { hostId: 'FFFF' })).toBe(
      'wrong-host',
    );
  });

  it('checks in the fixed order', async () => {
    const wrongInEveryWay = { issuedAt: '2026-12-01T00:00:00Z', sequence: 3, expiresOn: '2020-01-01' };
    const bytes = await signed(wrongInEveryWay);
    const all = { product: 'other', serialNumber: 'other', hostId: 'other', installedSequence: 6 };
    expect(await outcomeOf(bytes, all)).toBe('wrong-product');
    expect(await outcomeOf(bytes, { ...all, product: 'PRISMAdirect' })).toBe('wrong-serial-number');
    expect(await outcomeOf(bytes, { hostId: 'other' })).toBe('wrong-host');
    expect(await outcomeOf(bytes)).toBe('issued-in-future');
    expect(await outcomeOf(bytes, { timeFloor: Date.parse('2026-12-02T00:00:00Z') })).toBe('replayed');
  });
});

describe('sequence', () => {
  it('believes a step of 1000 and no more', async () => {
    expect(await outcomeOf(await signed({ sequence: 1006 }))).toBe('ok');
    expect(await outcomeOf(await signed({ sequence: 1007 }))).toBe('implausible');
    expect(await outcomeOf(await signed({ sequence: Number.MAX_SAFE_INTEGER }))).toBe('implausible');
    expect(await outcomeOf(await signed({ sequence: 2 ** 53 }))).toBe('schema');
  });

  it('takes any sequence as the first', async () => {
    expect(await outcomeOf(await signed({ sequence: 5000 }), { installedSequence: 0 })).toBe('ok');
  });

  it('accepts what was implausible once a newer key set is in force', async () => {
    const bytes = readVector('implausible.jws');
    const { version } = keySetInForce;
    const refusedAsImplausible = { sequence: 5000, keySetVersion: version };
    expect(await outcomeOf(bytes, { refusedAsImplausible })).toBe('implausible');
    const keySet = { ...keySetInForce, version: version + 1 };
    expect(await outcomeOf(bytes, { refusedAsImplausible, keySet })).toBe('ok');
    const farther = await signed({ sequence: 6001 });
    expect(await outcomeOf(farther, { refusedAsImplausible, keySet })).toBe('implausible');
  });

  it('is conflicting when the installed bytes are not known', async () => {
    expect(await outcomeOf(readVector('valid.jws'), { installedSequence: 7 })).toBe('conflicting');
  });
});

describe('expiry', () => {
  const expired = readVector('expired.jws');

  it('never lets an expired licence replace one that is usable or not known to be over', async () => {
    expect(await outcomeOf(expired, { installedExpiresOn: '2026-11-02' })).toBe('expired');
    expect(await outcomeOf(expired, { installedExpiresOn: null })).toBe('expired');
    expect(await outcomeOf(expired)).toBe('expired');
    expect(await outcomeOf(expired, { installedSequence: 0, installedExpiresOn: null })).toBe('expired');
  });

  it('lets it replace an expired one, and be the first', async () => {
    expect(await outcomeOf(expired, { installedExpiresOn: '2026-10-31' })).toBe('ok');
    expect(await outcomeOf(expired, { installedSequence: 0 })).toBe('ok');
  });
});

describe('keys', () => {
  it('refuses a key before and after its time', async () => {
    const bytes = await signed({ issuedAt: '2025-01-01T00:00:00Z' });
    expect(await outcomeOf(bytes, { timeFloor: Date.parse('2025-12-31T23:59:59Z') })).toBe('key-revoked');
    expect(await outcomeOf(bytes, { timeFloor: Date.parse('2028-10-01T00:00:01Z') })).toBe('key-revoked');
    expect(
      await outcomeOf(bytes, { timeFloor: Date.parse('2028-10-01T00:00:00Z'), installedSequence: 0 }),
    ).toBe('ok');
  });

  it('finds a key by its thumbprint, whatever the set calls it', async () => {
    const keys = keySetInForce.keys.map((key) => ({ ...key, jwk: { ...key.jwk, kid: 'other' } }));
    expect(await outcomeOf(readVector('valid.jws'), { keySet: { ...keySetInForce, keys } })).toBe('ok');
  });

  it('refuses a key of another kind', async () => {
    const keys = keySetInForce.keys.map((key) => ({ ...key, jwk: { ...key.jwk, alg: 'ES256' } }));
    expect(await outcomeOf(readVector('valid.jws'), { keySet: { ...keySetInForce, keys } })).toBe(
      'algorithm',
    );
  });
});

describe('claims', () => {
  const raw = (text: string) => signCompact(new TextEncoder().encode(text), TYP, 'licence-1');

  it.each([
    ['a number too many', { users: -1 }],
    ['an unknown reason', { reason: 'because' }],
    ['a local time', { issuedAt: '2026-11-01T09:00:00+01:00' }],
    ['a time without seconds', { issuedAt: '2026-11-01T09:00Z' }],
    ['an hour that is not', { issuedAt: '2026-11-01T24:00:00Z' }],
    ['a 29 February that is not', { maintenanceUntil: '2027-02-29' }],
    ['no host id', { hostIds: [] }],
    ['a control character', { serialNumber: 'PD-0042-7781\n' }],
    ['a lone surrogate in the file', { file: { name: 'a', content: 'SERVER \ud800' } }],
    ['an unknown inner member', { customer: { id: 'C', name: 'N', vip: true } }],
    ['no licence id', { licenceId: '../../etc' }],
    ['extensions that are no object', { extensions: [] }],
    ['too many features', { features: Array.from({ length: 501 }, () => ({})) }],
  ])('refuses %s', async (_name, changes) => {
    expect(await outcomeOf(await signed(changes))).toBe('schema');
  });

  it('refuses an own __proto__ member at any depth but inside extensions', async () => {
    const json = JSON.stringify({ ...validClaims(), extensions: { inner: {} } });
    const polluted = '"__proto__":{"polluted":1}';
    const inCustomer = json.replace('"customer":{', `"customer":{${polluted},`);
    const inExtensions = json.replace('"inner":{', `"inner":{${polluted}`);
    expect(await outcomeOf(await raw(inCustomer))).toBe('schema');
    expect(await outcomeOf(await raw(inExtensions))).toBe('ok');
    expect(Object.getOwnPropertyDescriptor(Object.prototype, 'polluted')).toBeUndefined();
  });

  it.each([
    ['a byte order mark', (json: string) => `\ufeff${json}`],
    ['data behind', (json: string) => `${json}{}`],
    ['a member twice, once escaped', (json: string) => json.replace('{', String.raw`{"\u0075sers":1,`)],
    ['a member twice, inside', (json: string) => json.replace('"customer":{', '"customer":{"id":"X",')],
    [
      'nesting beyond sense',
      (json: string) => json.replace('{', `{"extensions":${'['.repeat(99)}${']'.repeat(99)},`),
    ],
  ])('is not JSON with %s', async (_name, change) => {
    expect(await outcomeOf(await raw(change(JSON.stringify(validClaims()))))).toBe('not-json');
  });

  it('is not JSON in bad UTF-8', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(validClaims()));
    bytes[bytes.indexOf(0x50)] = 0xff;
    expect(await outcomeOf(await signCompact(bytes, TYP, 'licence-1'))).toBe('not-json');
  });

  it.each([[null], [[]], ['text'], [7]])('refuses %j as a payload', async (payload) => {
    expect(await outcomeOf(await signCompact(payload, TYP, 'licence-1'))).toBe('schema');
  });

  it('tells a newer format apart even when its members are unknown', async () => {
    expect(await outcomeOf(await signCompact({ formatVersion: 2, all: 'new' }, TYP, 'licence-1'))).toBe(
      'newer-format',
    );
  });
});
