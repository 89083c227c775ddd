import { namesHost } from '@shared/domain/licence/licence-flaw';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import { fitsHost } from '@shared/domain/licence/format/verify-licence';
import type { CurrentLicence } from '@electron/service/licence/store/licence-store';

const isNamed = (hostIds: readonly string[], hostId: string) =>
  fitsHost(
    hostIds.filter((id) => id.trim().toUpperCase() !== 'ANY'),
    hostId,
  );

/**
 * Whether a licence may be installed on a server: the package has to allow its host id and, where the operator has
 * given one and the package does not name it itself, the `SERVER` lines of the file must not name others only.
 */
export const fitsServer = (
  { claims, file }: CurrentLicence,
  { hostId, settings }: { hostId: string | null; settings: { hostId: string } },
): boolean => {
  if (!fitsHost(claims.hostIds, hostId)) return false;
  if (settings.hostId === '' || isNamed(claims.hostIds, settings.hostId)) return true;
  const read = readLicence(file.bytes);
  return !read.ok || namesHost(read.file, settings.hostId);
};
