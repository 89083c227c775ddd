import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

/** The places of the repository where private keys lie for everybody to read. */
const PUBLISHED = ['test/vectors'];
const PEM = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[^-]+-----END \1PRIVATE KEY-----/g;

/** Reserved for examples, tests and this machine itself: nobody's back office (RFC 2606, RFC 6761). */
const EXAMPLE_HOSTS = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost|localdomain)\.?$/i;
const LOOPBACK = /^(?:127(?:\.\d+){0,3}|0\.0\.0\.0|\[::1?\]|\[::ffff:(?:7f[0-9a-f]{2}:|127\.)[^\]]*\])$/i;

/** Each kind of package needs its own signature; the names are those of electron-builder, and of gpg's key. */
const SIGNING = {
  linux: {
    variables: ['PACKAGE_SIGNING_KEY'],
    sentence:
      'The Linux packages would not be signed. Set PACKAGE_SIGNING_KEY to the gpg key that your customers know.',
  },
  windows: {
    variables: ['WIN_CSC_LINK', 'CSC_LINK'],
    sentence:
      'The Windows installer would not be signed. Set WIN_CSC_LINK to your certificate, and WIN_CSC_KEY_PASSWORD.',
  },
};

/** A key by its public half, whatever form it is written in; null = no key that can be read. */
function fingerprintOf(key) {
  try {
    const publicKey = createPublicKey(key);
    return createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
  } catch {
    return null;
  }
}

/** Every object of a JSON document that is a private JWK, however deep it lies. */
function privateJwks(value) {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(privateJwks);
  return typeof value.kty === 'string' && typeof value.d === 'string' ? [value, ...inside] : inside;
}

function keysIn(text) {
  const pems = [...text.matchAll(PEM)].map(([pem]) => createPrivateKey(pem));
  try {
    return [...pems, ...privateJwks(JSON.parse(text)).map((key) => createPrivateKey({ key, format: 'jwk' }))];
  } catch {
    return pems;
  }
}

/** The public halves of all private keys that are published in these folders. */
export function publishedKeys(folders = PUBLISHED.map((name) => path.join(REPOSITORY, name))) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const keys = files.flatMap((file) => keysIn(readFileSync(file, 'utf8')));
  return new Set(keys.map(fingerprintOf));
}

/** The root keys of a vendor profile, and the keys of its first key set, each with a name for people. */
function keysOf({ roots, keySet }) {
  const { keys } = JSON.parse(Buffer.from(keySet.payload, 'base64url').toString());
  const named = (jwk, what) => ({ jwk, name: `${what} ${jwk.kid ?? jwk.x}` });
  return [
    ...roots.map((jwk) => named(jwk, 'root key')),
    ...keys.map(({ jwk, roles }) => named(jwk, `${roles.join('/')} key`)),
  ];
}

function keyProblems(vendor, published) {
  return keysOf(vendor).flatMap(({ jwk, name }) => {
    const fingerprint = fingerprintOf({ key: jwk, format: 'jwk' });
    if (fingerprint === null) return [`The ${name} of build/vendor.json cannot be read.`];
    if (!published.has(fingerprint)) return [];
    return [
      `The private half of the ${name} of build/vendor.json is published. Anybody could sign with it: use keys of your own.`,
    ];
  });
}

function addressProblems({ backOffice, helpDesk }) {
  const addresses = [
    ['back office', backOffice],
    ['help desk', helpDesk.website],
  ];
  return addresses.flatMap(([what, address]) => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== 'https:') return [`The address of the ${what} in build/vendor.json is not https.`];
    if (!EXAMPLE_HOSTS.test(url.hostname) && !LOOPBACK.test(url.hostname)) return [];
    return [`The address of the ${what} in build/vendor.json is only an example: ${url.hostname}.`];
  });
}

const signingProblems = (platforms, environment) =>
  platforms
    .map((platform) => SIGNING[platform])
    .filter(({ variables }) => !variables.some((name) => environment[name]))
    .map(({ sentence }) => sentence);

/** Why packages with this vendor profile are not fit for customers, one sentence each. */
export function releaseProblems({ vendor, published, platforms, environment }) {
  return [
    ...keyProblems(vendor, published),
    ...addressProblems(vendor),
    ...signingProblems(platforms, environment),
  ];
}
