import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { timestampOf } from '@shared/domain/time/dates';
import { readFlexnetFile } from '@shared/domain/licence/flexnet/flexnet-file';
import { boundHostId, expiryRange, summariseFeatures } from '@shared/domain/licence/flexnet/flexnet-summary';
import { utcDay } from '@shared/domain/licence/format/licence-dates';
import type { PlainFile } from '@electron/service/licence/folder/plain-file';

export type InstalledLicence = NonNullable<LicenceServerStatus['installed']>;

const MAX_FEATURES = 500;
const MAX_HOST_IDS = 20;

/** A FlexNet file as it lies in a licence folder; null where it has no feature that can be read. `now` in ms. */
export const installedLicenceOf = (file: PlainFile, now: number): InstalledLicence | null => {
  const read = readFlexnetFile(file.bytes);
  if (!read.ok || read.file.features.length === 0) return null;
  const { serialNumber, features, servers } = read.file;
  const summaries = summariseFeatures(features, utcDay(now)).slice(0, MAX_FEATURES);
  const hostIds = new Set(servers.map(({ hostId }) => hostId.slice(0, 64)));
  return {
    serialNumber: serialNumber?.slice(0, 64) ?? null,
    // The licence as a whole ends with its last feature; each feature shows its own day.
    expiresOn: expiryRange(summaries)?.latest ?? null,
    features: summaries.map(({ name, quantity, expiresOn }) => ({
      id: name.slice(0, 100),
      name: name.slice(0, 200),
      quantity: quantity === 'uncounted' ? null : quantity,
      expiresOn,
    })),
    hostIds: [...hostIds].slice(0, MAX_HOST_IDS),
    sha256: file.sha256,
    modifiedAt: timestampOf(file.modifiedAt),
    fromPackage: null,
  };
};

/** The ports that a file fixes; null = any. */
export type FilePorts = { server: number | null; vendor: number | null };

export const filePortsOf = (file: PlainFile): FilePorts => {
  const read = readFlexnetFile(file.bytes);
  if (!read.ok) return { server: null, vendor: null };
  return { server: read.file.servers[0]?.port ?? null, vendor: read.file.vendors[0]?.port ?? null };
};

/** The host id that the file in place is bound to; null where it names none in particular. */
export const boundHostIdOf = (file: PlainFile): string | null => {
  const read = readFlexnetFile(file.bytes);
  return read.ok ? boundHostId(read.file) : null;
};
