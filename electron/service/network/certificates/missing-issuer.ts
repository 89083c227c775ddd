import { X509Certificate } from 'node:crypto';

const MOST_CHARACTERS = 200;

/** The name of the issuer that a server did not send along with its own certificate (PEM); null where it did, or is its own. */
export const missingIssuer = (chain: readonly string[]): string | null => {
  const [own, ...others] = chain;
  if (own === undefined || others.length > 0) return null;
  try {
    const certificate = new X509Certificate(own);
    if (certificate.subject === certificate.issuer) return null;
    const [, name = certificate.issuer] = /^CN=(.+)$/m.exec(certificate.issuer) ?? [];
    return name.replaceAll(/\p{Cc}/gu, ' ').slice(0, MOST_CHARACTERS);
  } catch {
    return null;
  }
};
