import { z } from 'zod';
import { Timestamp } from '@shared/domain/time/dates';

/** The facts that a person compares before trusting a certificate. */
export const CertificateDescription = z.strictObject({
  /** The common name or, without one, the organisation. */
  subject: z.string().max(200),
  issuer: z.string().max(200),
  validFrom: Timestamp,
  validTo: Timestamp,
  /** Of the DER form, in lower-case hex. */
  sha256: z.string().max(64),
});
export type CertificateDescription = z.output<typeof CertificateDescription>;

/** A certificate as the settings keep it, PEM, with its description; null where it cannot be read. */
export const TrustedCertificate = z.strictObject({
  pem: z.string().max(16_384),
  description: CertificateDescription.nullable(),
});
export type TrustedCertificate = z.output<typeof TrustedCertificate>;

/** The authority of a chain that was presented and not trusted; added to the settings it makes the chain trusted. */
export const OfferedAuthority = TrustedCertificate.extend({ description: CertificateDescription });
export type OfferedAuthority = z.output<typeof OfferedAuthority>;
