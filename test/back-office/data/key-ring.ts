import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { timestamp, today } from '../desks/dates';
import {
  KeySetPayload,
  SignedKeySet,
  type KeyRingData,
  type PrivateJwk,
  type PublicJwk,
} from './office-data';

export type Role = 'licence' | 'index' | 'release';
const ROLES: readonly Role[] = ['licence', 'index', 'release'];

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;

/** RFC 7638 section 3: the required members in lexical order. */
const thumbprint = ({ crv, kty, x }: { crv: string; kty: string; x: string }) =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

function generateKey(): PrivateJwk {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const members = { kty: 'OKP', crv: 'Ed25519', x, d } as const;
  return { ...members, kid: thumbprint(members) };
}

const publicPart = ({ kty, crv, x, kid }: PrivateJwk): PublicJwk => ({
  kty,
  crv,
  x,
  kid,
  alg: 'Ed25519',
  use: 'sig',
});

const signWith = (key: PrivateJwk, input: string) =>
  sign(null, Buffer.from(input), createPrivateKey({ key, format: 'jwk' })).toString('base64url');

function compact(key: PrivateJwk, typ: string, claims: unknown): string {
  const input = `${encode({ alg: 'Ed25519', typ, kid: key.kid })}.${encode(claims)}`;
  return `${input}.${signWith(key, input)}`;
}

function signKeySet(roots: readonly PrivateJwk[], payload: KeySetPayload): SignedKeySet {
  const encoded = encode(payload);
  const signatures = roots.map((root) => {
    const header = encode({ alg: 'Ed25519', typ: 'key-set+jws', kid: root.kid });
    return { protected: header, signature: signWith(root, `${header}.${encoded}`) };
  });
  return { payload: encoded, signatures };
}

const freshEntry = (key: PrivateJwk, role: Role): KeySetPayload['keys'][number] => ({
  jwk: publicPart(key),
  roles: [role],
  notBefore: timestamp(-86_400),
  notAfter: `${today(730)}T00:00:00Z`,
  revoked: false,
});

/** The keys this back office signs with, and the key set that vouches for them. */
export class KeyRing {
  readonly #stranger = generateKey();

  private constructor(private state: KeyRingData) {}

  static from(state: KeyRingData): KeyRing {
    return new KeyRing(structuredClone(state));
  }

  /** The published test keys; a key set that has run out is signed anew with the same keys. */
  static async fromVectors(): Promise<KeyRing> {
    const folder = path.resolve(import.meta.dirname, '../../vectors');
    const read = async (name: string) =>
      JSON.parse(await readFile(path.join(folder, name), 'utf8')) as unknown;
    const keys = (await read('test-private-keys.json')) as Record<string, PrivateJwk>;
    const key = (name: string): PrivateJwk => {
      const found = keys[name];
      if (found === undefined) throw new Error(`The test keys have no ${name}.`);
      return found;
    };
    const roots = [key('root-1'), key('root-2'), key('root-3')];
    const signers = { licence: key('licence-1'), index: key('index-1'), release: key('release-1') };
    const ring = new KeyRing({
      privateKeys: [...roots, ...Object.values(signers), key('licence-2'), key('licence-revoked')],
      rootKids: roots.map(({ kid }) => kid),
      signers: { licence: signers.licence.kid, index: signers.index.kid, release: signers.release.kid },
      keySet: SignedKeySet.parse(await read('key-set-valid.json')),
    });
    if (ring.payload().expiresOn <= today()) ring.rotate({ roles: [] });
    return ring;
  }

  static generate(): KeyRing {
    const roots = [generateKey(), generateKey(), generateKey()];
    const signers = { licence: generateKey(), index: generateKey(), release: generateKey() };
    const payload: KeySetPayload = {
      formatVersion: 1,
      version: 1,
      issuedAt: timestamp(-60),
      expiresOn: today(730),
      keys: ROLES.map((role) => freshEntry(signers[role], role)),
    };
    return new KeyRing({
      privateKeys: [...roots, ...Object.values(signers)],
      rootKids: roots.map(({ kid }) => kid),
      signers: { licence: signers.licence.kid, index: signers.index.kid, release: signers.release.kid },
      keySet: signKeySet(roots.slice(0, 2), payload),
    });
  }

  get data(): KeyRingData {
    return this.state;
  }

  get roots(): PublicJwk[] {
    return this.#roots().map(publicPart);
  }

  get keySet(): SignedKeySet {
    return this.state.keySet;
  }

  payload(): KeySetPayload {
    return KeySetPayload.parse(decode(this.state.keySet.payload));
  }

  /** A compact JWS by the key in force for the role, or by a key that no key set knows. */
  sign(role: Role | 'stranger', typ: string, claims: unknown): string {
    return compact(role === 'stranger' ? this.#stranger : this.#key(this.state.signers[role]), typ, claims);
  }

  /** The same document with changed claims, signed by the same key: a lie that verifies. */
  signAgain(jws: string, change: (claims: Record<string, unknown>) => Record<string, unknown>): string {
    const [header = '', payload = ''] = jws.split('.');
    const { kid, typ } = decode(header) as { kid: string; typ: string };
    return compact(this.#key(kid), typ, change(decode(payload) as Record<string, unknown>));
  }

  /** New keys for the roles in a key set of the next version, signed by as many roots as said (2 by default). */
  rotate(options: { roles?: readonly Role[]; revokeOld?: boolean; roots?: number } = {}): void {
    const { roles = ROLES, revokeOld = false, roots = 2 } = options;
    const old = this.payload();
    const replaced = new Set(roles.map((role) => this.state.signers[role]));
    const added = roles.map((role) => ({ role, key: generateKey() }));
    const horizon = `${today(730)}T00:00:00Z`;
    const kept = old.keys.map((entry) => ({
      ...entry,
      notAfter: entry.notAfter > horizon ? entry.notAfter : horizon,
      revoked: entry.revoked || (revokeOld && replaced.has(entry.jwk.kid)),
    }));
    this.state.privateKeys.push(...added.map(({ key }) => key));
    for (const { role, key } of added) this.state.signers[role] = key.kid;
    this.state.keySet = signKeySet(this.#roots().slice(0, roots), {
      ...old,
      version: old.version + 1,
      issuedAt: timestamp(),
      expiresOn: today(730),
      keys: [...kept, ...added.map(({ role, key }) => freshEntry(key, role))],
    });
  }

  #roots(): PrivateJwk[] {
    return this.state.rootKids.map((kid) => this.#key(kid));
  }

  #key(kid: string): PrivateJwk {
    const key = this.state.privateKeys.find((candidate) => candidate.kid === kid);
    if (key === undefined) throw new Error(`No private key for ${kid}.`);
    return key;
  }
}
