import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PackageKind } from '@shared/domain/updates/choose-release';

/** Set by the AppImage's own start-up; nothing is trusted but that the file may be replaced by its owner. */
export const ownAppImage = () => {
  const given = process.env['APPIMAGE'] ?? '';
  return path.isAbsolute(given) ? given : null;
};

interface PackageKindFacts {
  platform: NodeJS.Platform;
  exists: (file: string) => boolean;
  appImage: string | null;
}

const DPKG_KNOWS = '/var/lib/dpkg/info/remote-service.list';
const RPM_KNOWS = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];

/** The kind of package that installed this program and can update it; null in a clone and on Windows, which has one kind only. */
export const findPackageKind = (
  isInstalled: boolean,
  {
    platform = process.platform,
    exists = existsSync,
    appImage = ownAppImage(),
  }: Partial<PackageKindFacts> = {},
): PackageKind | null => {
  if (platform === 'win32') return null;
  if (!isInstalled) return appImage === null ? null : 'appimage';
  if (exists(DPKG_KNOWS)) return 'deb';
  return RPM_KNOWS.some((folder) => exists(folder)) ? 'rpm' : null;
};
