import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { KeySet, PublicJwk } from '@shared/domain/licence/format/key-set';
import { parseStrictJson } from '@shared/domain/licence/format/strict-json';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { readSmallFile } from '@electron/platform/private-files';

const CAP = 2 * 1024 * 1024;

const invalid = (detail: string) => new AppError('vendor-profile-invalid', { detail });

const parseProfile = (bytes: Uint8Array): VendorProfile => {
  const json = parseStrictJson(bytes);
  if (!json.ok) throw invalid('not-json');
  const profile = VendorProfile.safeParse(json.value);
  if (profile.success) return profile.data;
  throw invalid(profile.error.issues[0]?.path.map(String).join('.') ?? 'schema');
};

/** The first key set of a profile and the digest of its payload, its signatures checked under the profile's roots. */
export const vendorKeySet = async ({
  keySet,
  roots,
  threshold,
}: {
  keySet: Record<string, unknown>;
  roots: readonly PublicJwk[];
  threshold: number;
}): Promise<{ keySet: KeySet; sha256: string }> => {
  const verdict = await verifyKeySet(new TextEncoder().encode(JSON.stringify(keySet)), {
    roots,
    threshold,
    storedVersion: 0,
    // A program older than its first key set must still start, to fetch the newer one.
    timeFloor: 0,
  });
  if (verdict.outcome === 'ok' || verdict.outcome === 'unchanged') return verdict;
  throw invalid(`keySet: ${verdict.outcome}`);
};

/**
 * Reads a vendor profile whole and checks its key set. Throws `vendor-profile-invalid`; its `detail` names the file, the
 * member or the check that failed.
 */
export const readVendorProfile = async (file: string): Promise<VendorProfile> => {
  const found = await readSmallFile(file, CAP, { links: 'follow' });
  if (!found.found) throw invalid(`${path.basename(file)}: ${found.reason}`);
  const profile = parseProfile(found.bytes);
  await vendorKeySet(profile);
  return profile;
};
