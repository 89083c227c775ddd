import { describe, expect, it } from 'vitest';
import { cases, keySetInForce, readVector, sign, type Signed, type TestKey } from './vectors.fixture';
import { verifyKeySet, type KeySetContext } from './verify-key-set';

const TYP = 'key-set+jws';
const { roots, threshold } = cases;
const timeFloor = Date.parse('2026-11-02T00:00:00Z');
const context: KeySetContext = { roots, threshold, storedVersion: 2, timeFloor };
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

async function signedBy(names: TestKey[], payload: object = keySetInForce, typ = TYP): Promise<Signed[]> {
  return Promise.all(names.map((name) => sign(payload, typ, name)));
}

const general = (signed: Signed[], extra: object = {}): Uint8Array =>
  encode({
    payload: signed[0]?.payload,
    signatures: signed.map(({ protected: header, signature }) => ({
      protected: header,
      signature,
      ...extra,
    })),
  });

const outcomeOf = async (bytes: Uint8Array, changes: Partial<KeySetContext> = {}): Promise<string> =>
  (await verifyKeySet(bytes, { ...context, ...changes })).outcome;

describe('verifyKeySet', () => {
  it('knows all 7 vectors', () => {
    expect(cases.keySets).toHaveLength(7);
  });

  it.each(cases.keySets)('vector $name', async ({ file, expect: expected, context: given }) => {
    const outcome = await outcomeOf(readVector(file), {
      storedVersion: given.storedVersion ?? 0,
      timeFloor: Date.parse(given.now ?? ''),
    });
    expect(outcome === 'ok' ? 'ok' : 'refused').toBe(expected);
  });

  it.each([
    ['key-set-one-root', 'threshold'],
    ['key-set-same-root-twice', 'threshold'],
    ['key-set-root-and-stranger', 'threshold'],
    ['key-set-older', 'replayed'],
    ['key-set-expired', 'expired'],
  ])('names why %s is refused', async (name, code) => {
    expect(await outcomeOf(readVector(`${name}.json`))).toBe(code);
  });

  it('gives the keys and the version', async () => {
    const verdict = await verifyKeySet(readVector('key-set-valid.json'), context);
    expect(verdict).toMatchObject({ outcome: 'ok', keySet: { version: cases.keySetVersion } });
  });

  it('takes the set in force again, with other signatures, as unchanged', async () => {
    const first = await verifyKeySet(general(await signedBy(['root-1', 'root-2'])), context);
    const storedSha256 = 'sha256' in first ? first.sha256 : null;
    const again = { storedVersion: 3, storedSha256 };
    expect(await outcomeOf(general(await signedBy(['root-2', 'root-3'])), again)).toBe('unchanged');
    const other = general(
      await signedBy(['root-1', 'root-2'], { ...keySetInForce, expiresOn: '2029-01-01' }),
    );
    expect(await outcomeOf(other, again)).toBe('conflicting');
  });

  it('counts two of three roots, a stranger beside them not mattering', async () => {
    expect(await outcomeOf(general(await signedBy(['root-2', 'stranger', 'root-3'])))).toBe('ok');
    expect(await outcomeOf(general(await signedBy(['licence-1', 'index-1'])))).toBe('threshold');
    expect(await outcomeOf(readVector('key-set-valid.json'), { threshold: 3 })).toBe('threshold');
    expect(await outcomeOf(general(await signedBy(['stranger'])), { threshold: 0 })).toBe('threshold');
  });

  it('does not count one root pinned under two names as two', async () => {
    const [first] = roots;
    const renamed = roots.slice(0, 1).map((root) => ({ ...root, kid: 'another' }));
    const signed = await signedBy(['root-1', 'root-1']);
    expect(first).toBeDefined();
    expect(await outcomeOf(general(signed), { roots: [...roots.slice(0, 1), ...renamed] })).toBe('threshold');
  });

  it('does not count a signature over another payload', async () => {
    const [mine] = await signedBy(['root-1']);
    const [other] = await signedBy(['root-2'], { ...keySetInForce, version: 9 });
    expect(await outcomeOf(general([mine, other].flatMap((signed) => signed ?? [])))).toBe('threshold');
  });

  it('refuses headers that it does not know, wherever they stand', async () => {
    const signed = await signedBy(['root-1', 'root-2']);
    expect(await outcomeOf(general(signed, { header: { kid: 'x' } }))).toBe('header-not-allowed');
    const crit = await sign(keySetInForce, TYP, 'root-1', { jku: 'https://example.com' });
    expect(await outcomeOf(general([...signed, crit]))).toBe('header-not-allowed');
    expect(
      await outcomeOf(general(await signedBy(['root-1', 'root-2'], keySetInForce, 'licence-package+jws'))),
    ).toBe('wrong-type');
  });

  it.each([
    ['an unknown member', (jws: object) => ({ ...jws, more: 1 })],
    ['no signature', (jws: object) => ({ ...jws, signatures: [] })],
    ['padding', (jws: { payload: string }) => ({ ...jws, payload: `${jws.payload}=` })],
    ['a list', (jws: object) => [jws]],
  ])('is malformed with %s', async (_name, change) => {
    const jws = JSON.parse(new TextDecoder().decode(readVector('key-set-valid.json'))) as { payload: string };
    expect(await outcomeOf(encode(change(jws)))).toBe('malformed');
  });

  it('refuses more than 512 KiB before it parses them', async () => {
    expect(await outcomeOf(new Uint8Array(512 * 1024 + 1))).toBe('too-large');
    expect(await outcomeOf(new Uint8Array(512 * 1024))).toBe('malformed');
  });

  it.each([
    ['a key named otherwise than by its thumbprint', { kid: 'other' }],
    ['a private key', { d: '1EbeBfcU1uw7Dky9vgxozTctZErLc_MoN7vnqmYQ_xE' }],
  ])('refuses %s', async (_name, member) => {
    const keys = keySetInForce.keys.map((key) => ({ ...key, jwk: { ...key.jwk, ...member } }));
    const bytes = general(await signedBy(['root-1', 'root-2'], { ...keySetInForce, keys }));
    expect(await outcomeOf(bytes)).toBe('schema');
  });

  it('refuses a key listed twice and takes one without a name', async () => {
    const twice = { ...keySetInForce, keys: [...keySetInForce.keys, ...keySetInForce.keys.slice(0, 1)] };
    expect(await outcomeOf(general(await signedBy(['root-1', 'root-2'], twice)))).toBe('schema');
    const keys = keySetInForce.keys.map((key) => ({ ...key, jwk: { ...key.jwk, kid: undefined } }));
    expect(await outcomeOf(general(await signedBy(['root-1', 'root-2'], { ...keySetInForce, keys })))).toBe(
      'ok',
    );
  });

  it('is never ok with one bit of the payload changed', async () => {
    const jws = JSON.parse(new TextDecoder().decode(readVector('key-set-valid.json'))) as { payload: string };
    for (let at = 0; at < jws.payload.length; at += 37) {
      const letter = jws.payload[at] === 'A' ? 'B' : 'A';
      const payload = jws.payload.slice(0, at) + letter + jws.payload.slice(at + 1);
      expect(await outcomeOf(encode({ ...jws, payload }))).toMatch(/^(threshold|malformed)$/);
    }
  });
});
