import { X509Certificate } from 'node:crypto';

/** A clock that is this far ahead of the last signed time may be wrong. */
const FAR_MS = 31 * 86_400_000;

/**
 * What speaks against the clock where it alone makes a chain (PEM) out of date: that the certificates are from later, or
 * that they were in date at the last signed time, long before the clock. All in ms since the epoch; null = nothing.
 */
export const evidenceAgainstClock = (
  chain: readonly string[],
  { now, signedTime }: { now: number; signedTime: number },
): number | null => {
  try {
    const certificates = chain.map((pem) => new X509Certificate(pem));
    const from = Math.max(...certificates.map(({ validFrom }) => Date.parse(validFrom)));
    const to = Math.min(...certificates.map(({ validTo }) => Date.parse(validTo)));
    if (now < from && from <= to) return Math.max(from, signedTime);
    const wasInDate = signedTime >= from && signedTime <= to;
    return now > to && wasInDate && now - signedTime > FAR_MS ? signedTime : null;
  } catch {
    return null;
  }
};
