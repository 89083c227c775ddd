import { X509Certificate } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { timestampOf } from '@shared/domain/time/dates';
import type { CertificateDescription, OfferedAuthority } from '@shared/domain/settings/trusted-certificate';

const PEM_BLOCK = /-----BEGIN CERTIFICATE-----[\w\s+/=]+-----END CERTIFICATE-----/g;
const MOST_IN_A_FILE = 10;

/** The name a person knows a certificate by: its common name or, without one, its organisation. */
const nameIn = (distinguishedName: string) => {
  const part = (key: string) =>
    distinguishedName
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1);
  return (part('CN') ?? part('O') ?? '?').replaceAll(/\p{Cc}/gu, ' ').slice(0, 200);
};

const descriptionOf = (certificate: X509Certificate): CertificateDescription => ({
  subject: nameIn(certificate.subject),
  issuer: nameIn(certificate.issuer),
  validFrom: timestampOf(Date.parse(certificate.validFrom)),
  validTo: timestampOf(Date.parse(certificate.validTo)),
  sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
});

/** Null for what is no certificate. */
export const describeCertificate = (pem: string): CertificateDescription | null => {
  try {
    return descriptionOf(new X509Certificate(pem));
  } catch {
    return null;
  }
};

const readOne = (content: string | Uint8Array): X509Certificate => {
  try {
    return new X509Certificate(content);
  } catch (error) {
    throw new AppError('certificate-unreadable', {}, error);
  }
};

/**
 * A certificate that may be trusted in addition to the system's. Throws `certificate-unreadable`,
 * `certificate-no-authority` for one that may not issue others, or `certificate-out-of-date`. `now` in ms since the epoch.
 */
export const readAuthority = (content: string | Uint8Array, now: number): OfferedAuthority => {
  const certificate = readOne(content);
  const description = descriptionOf(certificate);
  const { subject: name, validFrom, validTo } = description;
  if (!certificate.ca) throw new AppError('certificate-no-authority', { name });
  if (now < Date.parse(validFrom) || now > Date.parse(validTo)) {
    throw new AppError('certificate-out-of-date', { name });
  }
  return { pem: certificate.toString(), description };
};

/** The certificates of a file, DER or PEM; one that cannot be used refuses the file. Throws as `readAuthority` does. */
export const readAuthorities = (file: Buffer, now: number): OfferedAuthority[] => {
  const blocks = file.toString('latin1').match(PEM_BLOCK);
  if (blocks === null) return [readAuthority(file, now)];
  if (blocks.length > MOST_IN_A_FILE) throw new AppError('certificate-unreadable');
  return blocks.map((block) => readAuthority(block, now));
};
