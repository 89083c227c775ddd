import path from 'node:path';
import { z } from 'zod';
import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import type { RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { isClockSuspect, latestTime, type KnownTimes } from '@shared/domain/time/time-floor';
import {
  believedTimes,
  keySetTimeOf,
  NO_STORED_TIMES,
  StoredTimes,
} from '@shared/domain/licence/believed-times';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { verifyLicence } from '@shared/domain/licence/format/verify-licence';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile } from '@electron/platform/private-files';
import { readVendorProfile, vendorKeySet } from '@electron/vendor/vendor-profile';
import type { CommandContext } from './command-context';

/** The licence of the service's state, read without it; verified again, because what lies on a disk may have changed. */
export interface StoredLicence {
  licence: { found: true; claims: LicenceClaims } | { found: false } | { found: false; refusal: RefusalCode };
  isClockSuspect: boolean;
}

const CAP = 512 * 1024;
const Held = z.object({
  held: z.object({ sequence: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});

/** Null when the file is missing. Throws `not-allowed` where the state is closed to this account. */
const readState = async (file: string): Promise<Uint8Array | null> => {
  const found = await readSmallFile(file, CAP);
  if (found.found) return found.bytes;
  if (found.reason === 'denied') throw new AppError('not-allowed');
  return null;
};

const readJson = async <T>(file: string, schema: z.ZodType<T>): Promise<T | 'broken' | null> => {
  const bytes = await readState(file);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return 'broken';
  }
};

const keySetInForce = async ({
  facts,
  paths,
}: CommandContext): Promise<{ keySet: KeySet; product: string }> => {
  const vendor = await readVendorProfile(facts.vendorFile);
  const first = await vendorKeySet(vendor);
  const stored = await readState(path.join(paths.state, 'key-set.json'));
  if (stored === null) return { keySet: first.keySet, product: vendor.product };
  const { roots, threshold, product } = vendor;
  const trust = { roots, threshold, storedVersion: first.keySet.version, storedSha256: first.sha256 };
  // As in the service, a set in force stays so when its day is over.
  const verdict = await verifyKeySet(stored, { ...trust, timeFloor: 0 });
  return { keySet: 'keySet' in verdict ? verdict.keySet : first.keySet, product };
};

const timesOf = async ({ io, paths }: CommandContext, keySet: KeySet): Promise<KnownTimes> => {
  const read = await readJson(path.join(paths.state, 'time-floor.json'), StoredTimes);
  const stored = read === null || read === 'broken' ? NO_STORED_TIMES : read;
  return { ...believedTimes(stored, keySet), keySetAt: keySetTimeOf(keySet), clock: io.clock.now() };
};

/** Throws `not-allowed` where the state is closed to this account, or `vendor-profile-invalid`. */
export const readStoredLicence = async (context: CommandContext): Promise<StoredLicence> => {
  const folder = path.join(context.paths.state, 'licence');
  const trust = await keySetInForce(context);
  const times = await timesOf(context, trust.keySet);
  const record = await readJson(path.join(folder, 'installed.json'), Held);
  const clock = { isClockSuspect: isClockSuspect(times) };
  if (record === 'broken') return { ...clock, licence: { found: false, refusal: 'malformed' } };
  if (!record?.held) return { ...clock, licence: { found: false } };
  const { sequence, sha256 } = record.held;
  const bytes = await readState(path.join(folder, 'packages', `${sequence}-${sha256.slice(0, 8)}.jws`));
  if (bytes === null) return { ...clock, licence: { found: false, refusal: 'malformed' } };
  const verdict = await verifyLicence(bytes, {
    ...trust,
    timeFloor: times.clock,
    // As in the service: what is held was good when it was accepted, whatever a clock has shown since.
    keyTime: null,
    latestTime: latestTime(times),
    serialNumber: null,
    hostId: null,
    installedSequence: 0,
  });
  if ('claims' in verdict) return { ...clock, licence: { found: true, claims: verdict.claims } };
  return { ...clock, licence: { found: false, refusal: verdict.outcome } };
};
