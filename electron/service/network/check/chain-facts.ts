import type { CheckFact } from '@shared/domain/connection/connection-check';
import { describeCertificate } from '@electron/settings/authority-certificate';

const MOST = 8;

const factOf = (pem: string): CheckFact[] => {
  const description = describeCertificate(pem);
  return description === null ? [] : [{ fact: 'certificate', ...description }];
};

/** The readable certificates of a presented chain, the server's own first. */
export const chainFacts = (certificates: readonly string[]): CheckFact[] =>
  certificates.slice(0, MOST).flatMap(factOf);
