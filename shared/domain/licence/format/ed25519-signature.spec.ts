import { base64url, FlattenedSign, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { algorithmFitsKey, isSignedBy, thumbprint } from './ed25519-signature';

/** RFC 8037 appendix A.1 (private) and A.2 (public). */
const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
const publicKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
/** RFC 8037 appendix A.4. */
const text = 'Example of Ed25519 signing';
const parts = {
  protected: 'eyJhbGciOiJFZERTQSJ9',
  payload: 'RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc',
  signature: 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
};

describe('RFC 8037 appendix A', () => {
  it('A.1, A.2: the private key belongs to the public key', async () => {
    const pkcs8 = [
      0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ];
    const bytes = new Uint8Array([...pkcs8, ...base64url.decode(d)]);
    const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign']);
    expect(await crypto.subtle.exportKey('jwk', key)).toMatchObject({ ...publicKey, d });
  });

  it('A.3: thumbprint', async () => {
    expect(await thumbprint(publicKey)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('A.4: signing gives the same text', async () => {
    const key = await importJWK({ ...publicKey, d }, 'EdDSA');
    const signed = await new FlattenedSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(key);
    expect(signed).toEqual(parts);
  });

  it('A.5: validation', async () => {
    expect(await isSignedBy(parts, publicKey)).toBe(true);
  });
});

describe('isSignedBy', () => {
  it.each([
    ['another payload', { ...parts, payload: 'RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmg' }],
    ['another header', { ...parts, protected: 'eyJhbGciOiJFZDI1NTE5In0' }],
    ['no signature', { ...parts, signature: '' }],
    ['a short signature', { ...parts, signature: parts.signature.slice(0, 84) }],
  ])('is false for %s', async (_name, changed) => {
    expect(await isSignedBy(changed, publicKey)).toBe(false);
  });

  it('is false, not an exception, for a key that is none', async () => {
    expect(await isSignedBy(parts, { ...publicKey, x: 'AAAA' })).toBe(false);
    expect(await isSignedBy(parts, { kty: 'OKP' })).toBe(false);
  });
});

describe('algorithmFitsKey', () => {
  it.each(['none', 'HS256', 'ES256', 'ed25519', 'Ed448', ''])('refuses %j with an Ed25519 key', (alg) => {
    expect(algorithmFitsKey(alg, publicKey)).toBe(false);
  });

  it('refuses Ed25519 with a key of another curve or kind', () => {
    expect(algorithmFitsKey('Ed25519', { ...publicKey, crv: 'Ed448' })).toBe(false);
    expect(algorithmFitsKey('EdDSA', { ...publicKey, kty: 'oct' })).toBe(false);
  });
});
