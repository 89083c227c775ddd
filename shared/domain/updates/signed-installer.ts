import { compareVersions, validateStrict } from 'compare-versions';
import type { Release, ReleaseIndex } from '@shared/domain/licence/format/licence-claims';

/** A file as it was read: whether it may be installed is asked of a signed index alone. */
interface InstallerFile {
  sha256: string;
  size: number;
  /** The end of its name with the dot, such as `.deb`. */
  extension: string;
}

type InstallerVerdict =
  { ok: true; release: Release } | { ok: false; code: 'update-hash-mismatch' | 'update-none' };

/**
 * The release of a signed index that a file is, byte for byte. `update-hash-mismatch`: it is none for this platform ·
 * `update-none`: it is one, but not newer than the program that is installed.
 */
export const releaseOfInstaller = (
  { releases }: Pick<ReleaseIndex, 'releases'>,
  { sha256, size, extension }: InstallerFile,
  { platform, runningVersion }: { platform: string; runningVersion: string },
): InstallerVerdict => {
  const same = releases.filter(
    (release) =>
      release.sha256 === sha256 &&
      release.size === size &&
      release.platform === platform &&
      release.fileName.toLowerCase().endsWith(extension.toLowerCase()),
  );
  if (same.length === 0) return { ok: false, code: 'update-hash-mismatch' };
  const newer = same.find(
    ({ version }) => validateStrict(version) && compareVersions(version, runningVersion) > 0,
  );
  return newer === undefined ? { ok: false, code: 'update-none' } : { ok: true, release: newer };
};
