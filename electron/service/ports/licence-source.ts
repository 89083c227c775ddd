import type { LicenceReport } from '@shared/back-office/requests';

/**
 * Where licences come from: implemented by the back-office job, used by the licence job, joined in the composition.
 * Every call may throw an `AppError` with a connection reason; the answer's bytes are as received, nothing is verified.
 */
export interface LicenceSource {
  /** The signed index for a fresh nonce (22 characters base64url). Throws `no-licence` when there is none yet. */
  licenceIndex(nonce: string): Promise<Uint8Array>;
  licencePackage(licenceId: string): Promise<Uint8Array>;
  keySet(): Promise<Uint8Array>;
  report(report: LicenceReport): Promise<void>;
}
