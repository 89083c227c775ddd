import { hostIdsOf, isAnyHost, normalHostId } from '../flexnet/lines/host-id';
import type { LicenceClaims } from './licence-claims';
import type { RefusalCode } from './refusal-codes';
import { LICENCE_PACKAGE, openSignedDocument, type SignatureTrust } from './signed-document';
import { ISSUED_AHEAD_TOLERANCE } from '@shared/domain/time/time-floor';
import { isDayOver } from '@shared/domain/time/dates';

const PLAUSIBLE_STEP = 1000;

/** The context of the check of a licence package. */
export type LicenceContext = SignatureTrust & {
  product: string;
  /** null = none known yet: the package's is adopted. */
  serialNumber: string | null;
  /** Host id of the licence server; null = not known, so not checked. */
  hostId: string | null;
  /** 0 = no package was ever installed. */
  installedSequence: number;
  installedSha256?: string | null | undefined;
  /** Last usable day of what is installed; null = perpetual; left out = not known. */
  installedExpiresOn?: string | null | undefined;
  /** The latest time it could be, for `issuedAt`; left out = the time floor, null = nothing can be said. */
  latestTime?: number | null | undefined;
  /** The record at the time when a package was refused as implausible; the caller keeps it until one is accepted. */
  refusedAsImplausible?: { sequence: number; keySetVersion: number } | null | undefined;
};

/** `sha256` is that of the package without a newline at its end: keep it as the next `installedSha256`. */
export type LicenceVerdict =
  { outcome: 'ok' | 'unchanged'; claims: LicenceClaims; sha256: string } | { outcome: RefusalCode };

/** Whether a licence for these host ids may be installed on this licence server; null = its host id is not known. */
export function fitsHost(hostIds: readonly string[], hostId: string | null): boolean {
  const [only] = hostIds;
  if (hostId === null || (hostIds.length === 1 && only !== undefined && isAnyHost(only.trim()))) return true;
  const own = new Set(hostIdsOf(hostId).map(normalHostId));
  return hostIds.some((id) => own.has(normalHostId(id)));
}

/**
 * The highest sequence from which a step of 1000 is believed. A key set newer than the one that was in force
 * when a package was refused vouches for that package's sequence: a stolen key would be revoked in it.
 */
function believedSequence({ installedSequence, keySet, refusedAsImplausible }: LicenceContext): number {
  const isVouchedFor = refusedAsImplausible && keySet.version > refusedAsImplausible.keySetVersion;
  return isVouchedFor ? Math.max(installedSequence, refusedAsImplausible.sequence) : installedSequence;
}

function checkSequence(
  sequence: number,
  sha256: string,
  context: LicenceContext,
): RefusalCode | 'unchanged' | null {
  // The first package may carry any sequence: an installation set up anew joins a serial number with a long history.
  if (context.installedSequence === 0) return null;
  if (sequence < context.installedSequence) return 'replayed';
  if (sequence === context.installedSequence) {
    return context.installedSha256?.toLowerCase() === sha256 ? 'unchanged' : 'conflicting';
  }
  return sequence - believedSequence(context) > PLAUSIBLE_STEP ? 'implausible' : null;
}

/** With a package installed whose last day is not known, the installed one is taken to be usable and kept. */
function wouldReplaceUsable({ installedSequence, installedExpiresOn, timeFloor }: LicenceContext): boolean {
  return installedExpiresOn === undefined ? installedSequence > 0 : !isDayOver(installedExpiresOn, timeFloor);
}

function checkClaims(claims: LicenceClaims, context: LicenceContext): RefusalCode | null {
  if (claims.product !== context.product) return 'wrong-product';
  if (context.serialNumber !== null && claims.serialNumber !== context.serialNumber)
    return 'wrong-serial-number';
  if (!fitsHost(claims.hostIds, context.hostId)) return 'wrong-host';
  const latest = context.latestTime === undefined ? context.timeFloor : context.latestTime;
  const isEarly = latest !== null && Date.parse(claims.issuedAt) > latest + ISSUED_AHEAD_TOLERANCE;
  if (isEarly) return 'issued-in-future';
  return null;
}

/** Every check of a licence package, in their fixed order, with one typed result. Never throws. */
export async function verifyLicence(bytes: Uint8Array, context: LicenceContext): Promise<LicenceVerdict> {
  const opened = await openSignedDocument(bytes, LICENCE_PACKAGE, context);
  if (!opened.ok) return { outcome: opened.code };
  const { claims, sha256 } = opened;
  const refusal = checkClaims(claims, context) ?? checkSequence(claims.sequence, sha256, context);
  if (refusal === 'unchanged') return { outcome: refusal, claims, sha256 };
  if (refusal) return { outcome: refusal };
  if (isDayOver(claims.expiresOn, context.timeFloor) && wouldReplaceUsable(context))
    return { outcome: 'expired' };
  return { outcome: 'ok', claims, sha256 };
}
