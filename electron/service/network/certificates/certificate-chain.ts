import { X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { certificateFacts, childrenOf, type CertificateFacts } from './certificate-facts';

export type ChainVerdict =
  'trusted' | 'certificate-untrusted' | 'certificate-expired' | 'certificate-wrong-name';

const MAX_CHAIN = 8;
const MAX_SIGNATURES = 200;
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[\w\s+/=]+-----END CERTIFICATE-----/g;
const KEY_CERT_SIGN = 0x04;
const SERVER_AUTHENTICATION = '2b06010505070301';
const ANY_USE = '551d2500';

const EXTENSION = {
  keyUsage: '551d0f',
  alternativeName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  extendedKeyUsage: '551d25',
};
const UNDERSTOOD = new Set([
  EXTENSION.keyUsage,
  EXTENSION.alternativeName,
  EXTENSION.basicConstraints,
  EXTENSION.extendedKeyUsage,
]);

/** RSA (PKCS #1 and PSS) and ECDSA, each with SHA-256 or better. */
const STRONG_SIGNATURES = new Set([
  '2a864886f70d01010a',
  '2a864886f70d01010b',
  '2a864886f70d01010c',
  '2a864886f70d01010d',
  '2a8648ce3d040302',
  '2a8648ce3d040303',
  '2a8648ce3d040304',
]);
const STRONG_CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

type Link = { certificate: X509Certificate; facts: CertificateFacts };

const linkOf = (certificate: X509Certificate): Link => ({
  certificate,
  facts: certificateFacts(certificate.raw),
});

const isStrongKey = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject) =>
  asymmetricKeyType === 'rsa'
    ? (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
    : asymmetricKeyType === 'ec' && STRONG_CURVES.includes(asymmetricKeyDetails?.namedCurve ?? '');

const isStrong = ({ certificate, facts }: Link) =>
  STRONG_SIGNATURES.has(facts.signatureAlgorithm) && isStrongKey(certificate.publicKey);

/** An extension that says "critical" and is not understood here forbids the certificate (RFC 5280 section 4.2). */
const isUnderstood = ({ facts }: Link) =>
  !facts.extensions.has(EXTENSION.nameConstraints) &&
  [...facts.extensions].every(([id, { isCritical }]) => !isCritical || UNDERSTOOD.has(id));

/** How many certificate authorities may stand between this one and the server's certificate. */
const pathLengthOf = ({ facts }: Link): number => {
  const value = facts.extensions.get(EXTENSION.basicConstraints)?.value;
  const length =
    value === undefined ? undefined : childrenOf(childrenOf(value)[0]?.content ?? Buffer.alloc(0))[1];
  return length === undefined || length.content.length === 0
    ? Infinity
    : length.content.readUIntBE(0, Math.min(length.content.length, 6));
};

const mayIssue = (link: Link, authoritiesBelow: number) => {
  const usage = link.facts.extensions.get(EXTENSION.keyUsage)?.value;
  const bits = usage === undefined ? undefined : childrenOf(usage)[0]?.content[1];
  return (
    link.certificate.ca &&
    (usage === undefined || ((bits ?? 0) & KEY_CERT_SIGN) !== 0) &&
    pathLengthOf(link) >= authoritiesBelow
  );
};

const maySignIn = ({ facts }: Link) => {
  const value = facts.extensions.get(EXTENSION.extendedKeyUsage)?.value;
  if (value === undefined) return true;
  const uses = childrenOf(childrenOf(value)[0]?.content ?? Buffer.alloc(0)).map(({ content }) =>
    content.toString('hex'),
  );
  return uses.includes(SERVER_AUTHENTICATION) || uses.includes(ANY_USE);
};

/** Bounds the work that a chain made to have very many ways can cause. */
type Budget = { signatures: number };

const isIssuedBy = (subject: X509Certificate, issuer: X509Certificate, budget: Budget) => {
  if (!subject.checkIssued(issuer) || budget.signatures === 0) return false;
  budget.signatures -= 1;
  return subject.verify(issuer.publicKey);
};

const isSame = (a: X509Certificate, b: X509Certificate) => a.raw.equals(b.raw);

/** Every way from the certificate up to an anchor, the anchor last. */
function* waysUp(
  path: Link[],
  presented: readonly Link[],
  anchors: readonly Link[],
  budget: Budget,
): Generator<Link[]> {
  const last = path.at(-1);
  if (last === undefined) return;
  if (anchors.some(({ certificate }) => isSame(certificate, last.certificate))) yield path;
  for (const issuer of [...anchors, ...presented]) {
    if (path.some(({ certificate }) => isSame(certificate, issuer.certificate))) continue;
    if (!mayIssue(issuer, path.length - 1) || !isUnderstood(issuer)) continue;
    if (!isIssuedBy(last.certificate, issuer.certificate, budget)) continue;
    yield* waysUp([...path, issuer], presented, anchors, budget);
  }
}

const isValidAt = ({ certificate }: Link, now: number) =>
  Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);

const bearsName = (certificate: X509Certificate, host: string) => {
  const address = host.replace(/^\[|\]$/g, '');
  return isIP(address) === 0
    ? certificate.checkHost(address, { subject: 'never' }) !== undefined
    : certificate.checkIP(address) !== undefined;
};

const judge = (chain: readonly Link[], anchors: readonly Link[], host: string, now: number): ChainVerdict => {
  const [server, ...presented] = chain;
  if (server === undefined || !isUnderstood(server) || !maySignIn(server)) return 'certificate-untrusted';
  let verdict: ChainVerdict = 'certificate-untrusted';
  for (const way of waysUp([server], presented, anchors, { signatures: MAX_SIGNATURES })) {
    if (!way.every(isStrong)) continue;
    verdict = 'certificate-expired';
    if (way.every((link) => isValidAt(link, now))) {
      return bearsName(server.certificate, host) ? 'trusted' : 'certificate-wrong-name';
    }
  }
  return verdict;
};

/** The readable certificates of a list of PEM texts, each of which may hold several. */
const anchorsOf = (texts: readonly string[]): Link[] =>
  texts
    .flatMap((text) => text.match(PEM_BLOCK) ?? [])
    .flatMap((pem) => {
      try {
        return [linkOf(new X509Certificate(pem))];
      } catch {
        return [];
      }
    });

/**
 * Whether a server's certificate chain, as presented (PEM, the server's own first), leads to one of the extra
 * certificates (RFC 5280 section 6, without policies and name constraints: a certificate that has the latter is refused).
 * An extra certificate that is the server's own counts too. `now` in ms since the epoch.
 */
export const verifyChain = (options: {
  chain: readonly string[];
  anchors: readonly string[];
  host: string;
  now: number;
}): ChainVerdict => {
  try {
    const chain = options.chain.slice(0, MAX_CHAIN).map((pem) => linkOf(new X509Certificate(pem)));
    return judge(chain, anchorsOf(options.anchors), options.host, options.now);
  } catch {
    return 'certificate-untrusted';
  }
};
