import { createHash } from 'node:crypto';

/**
 * Where an installation stands in the roll-out of a release, 0 to 99 (`shared/domain/licence/licence-format.md`). By its
 * serial number, which outlives a registration; by the release too, so that it is not always the same ones that go first.
 */
export const rollOutPlace = (serialNumber: string | null, releaseId: string): number => {
  const text = `${serialNumber ?? ''}/${releaseId}`;
  return createHash('sha256').update(text).digest().readUInt32BE(0) % 100;
};
