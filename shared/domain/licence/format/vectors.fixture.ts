import { readFileSync } from 'node:fs';
import path from 'node:path';
import { base64url, FlattenedSign, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { KeySet, PublicJwk } from './key-set';
import { VerifyContextFile } from './verify-context';

const folder = path.resolve(import.meta.dirname, '../../../../test/vectors');

export const readVector = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, name)));

const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

const Case = z.strictObject({
  name: z.string(),
  file: z.string(),
  expect: z.union([z.string(), z.array(z.string())]),
  context: VerifyContextFile,
});
export type Case = z.output<typeof Case>;

export const cases = z
  .strictObject({
    roots: z.array(PublicJwk),
    threshold: z.number(),
    keySetVersion: z.number(),
    licencePackages: z.array(Case),
    keySets: z.array(Case),
    licenceIndexes: z.array(Case),
    entitlement: z.array(
      z.strictObject({
        maintenanceUntil: z.string(),
        releasedOn: z.string(),
        backdatedTo: z.string().nullable(),
        entitled: z.boolean(),
      }),
    ),
  })
  .parse(readJson('cases.json'));

const privateKeys = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(readJson('test-private-keys.json'));

export type TestKey =
  'licence-1' | 'licence-2' | 'index-1' | 'release-1' | 'root-1' | 'root-2' | 'root-3' | 'stranger';

const privateKey = (name: TestKey): JWK => privateKeys[name] as unknown as JWK;

/** The key set in force, read without the code under test. */
export const keySetInForce = KeySet.parse(
  JSON.parse(
    new TextDecoder().decode(
      base64url.decode(z.object({ payload: z.string() }).parse(readJson('key-set-valid.json')).payload),
    ),
  ),
);

/** The vectors' licence payload, to be changed by a test and signed again. */
export const validClaims = (): Record<string, unknown> => {
  const payload = new TextDecoder().decode(readVector('valid.jws')).split('.')[1] ?? '';
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(new TextDecoder().decode(base64url.decode(payload))));
};

export type Signed = { protected: string; payload: string; signature: string };

/** Signs raw payload bytes, or a value as JSON. */
export async function sign(
  payload: unknown,
  typ: string,
  name: TestKey,
  extra: object = {},
): Promise<Signed> {
  const jwk = privateKey(name);
  const bytes = payload instanceof Uint8Array ? payload : new TextEncoder().encode(JSON.stringify(payload));
  const header = { alg: 'Ed25519', typ, kid: String(jwk.kid), ...extra };
  const signed = await new FlattenedSign(bytes)
    .setProtectedHeader(header)
    .sign(await importJWK(jwk, 'Ed25519'));
  return { protected: signed.protected ?? '', payload: signed.payload, signature: signed.signature };
}

export async function signCompact(payload: unknown, typ: string, name: TestKey): Promise<Uint8Array> {
  const parts = await sign(payload, typ, name);
  return new TextEncoder().encode(`${parts.protected}.${parts.payload}.${parts.signature}`);
}
