/** A fingerprint (hex) as people read it to each other: upper case, in pairs. */
export const fingerprintText = (sha256: string): string =>
  sha256.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');
