import { z } from 'zod';
import { ASSISTANCE_PROVIDERS } from '@shared/domain/assistance/assistance';

const PublicRoot = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string().max(100).optional(),
});

const isBackOfficeAddress = (text: string) => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  if (!url.pathname.endsWith('/api/v1')) return false;
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(url.hostname))
  );
};

/** With what a session is held, for this brand. A client older than the minimum is not started. */
const Assistance = z.object({
  provider: z.enum(ASSISTANCE_PROVIDERS).default('teamviewer'),
  minimumVersion: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6}){0,3}$/)
    .optional(),
});

/** One brand of the program: whom it talks to and whose signatures it believes. Plain HTTP for loopback only. */
export const VendorProfile = z.object({
  product: z.string().min(1).max(100),
  vendorName: z.string().min(1).max(200),
  backOffice: z.string().max(2048).refine(isBackOfficeAddress, 'https://host[:port]/api/v1 expected'),
  helpDesk: z.object({ phone: z.string().max(50), website: z.string().max(2048) }),
  certificates: z.array(z.string().max(16_384)).max(20),
  roots: z.array(PublicRoot).min(1).max(10),
  threshold: z.number().int().min(2).max(10),
  assistance: Assistance.prefault({}),
  /** General JSON serialization; its signatures are checked when it is read. */
  keySet: z.record(z.string(), z.unknown()),
});
export type VendorProfile = z.output<typeof VendorProfile>;
