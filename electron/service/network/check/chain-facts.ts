import { X509Certificate } from 'node:crypto';
import { timestampOf } from '@shared/domain/dates';
import type { CheckFact } from '@shared/domain/connection-check';

const MOST = 8;

/** The name a person knows a certificate by: its common name or, without one, its organisation. */
const nameIn = (distinguishedName: string) => {
  const part = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(distinguishedName)?.[1];
  return (part('CN') ?? part('O') ?? '?').replaceAll(/\p{Cc}/gu, ' ').slice(0, 200);
};

const factOf = (pem: string): CheckFact[] => {
  try {
    const certificate = new X509Certificate(pem);
    return [
      {
        fact: 'certificate',
        subject: nameIn(certificate.subject),
        issuer: nameIn(certificate.issuer),
        validFrom: timestampOf(Date.parse(certificate.validFrom)),
        validTo: timestampOf(Date.parse(certificate.validTo)),
        sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      },
    ];
  } catch {
    return [];
  }
};

/** The readable certificates of a presented chain, the server's own first. */
export const chainFacts = (certificates: readonly string[]): CheckFact[] =>
  certificates.slice(0, MOST).flatMap(factOf);
