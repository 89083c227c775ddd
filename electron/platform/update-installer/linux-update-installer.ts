import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { Elevation } from '../elevation';
import { syncFolder } from '../private-files';
import { cleanEnvironment } from '../programs';
import type { InstallerPackage, UpdateInstaller } from './update-installer';
import { verifiedCopy } from './verified-copy';

export interface LinuxInstallParts {
  elevation: Elevation;
  /** The AppImage this program runs from, absolute; null where it is none. */
  appImage: string | null;
}

/** What the helper's exit codes say; after each of them nothing has been changed. */
const FAILURES: Readonly<Record<number, 'update-changed' | 'update-needs-more' | 'update-installer-busy'>> = {
  67: 'update-changed',
  69: 'update-needs-more',
  75: 'update-installer-busy',
};

/** The package manager runs as root: the packages' own helper copies, compares and installs, by the name alone. */
const installPackage = async (installer: InstallerPackage, elevation: Elevation) => {
  const fileName = path.basename(installer.file);
  const result = await elevation.run({ kind: 'install-update', fileName });
  if (result.outcome === 'done') return 'installed' as const;
  if (result.outcome === 'failed') {
    const known = FAILURES[result.code];
    throw known === undefined
      ? new AppError('update-install-failed', { exitCode: result.code })
      : new AppError(known);
  }
  throw new AppError('update-install-refused');
};

/** An AppImage is its own installation: the new one takes the place of the old one, whole. */
const replaceAppImage = async (installer: InstallerPackage, appImage: string) => {
  const next = `${appImage}.${randomUUID()}.new`;
  await verifiedCopy(installer, next, 0o755);
  await rename(next, appImage);
  await syncFolder(path.dirname(appImage));
  return 'installed' as const;
};

/** Started from a folder of its own that nobody else can reach, and never from the one it was downloaded to. */
const runCopy = async (installer: InstallerPackage) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'remote-service-update-'));
  const copy = path.join(folder, 'installer');
  await verifiedCopy(installer, copy, 0o500);
  const child = spawn(copy, [], {
    cwd: folder,
    env: cleanEnvironment(process.env),
    shell: false,
    detached: true,
    stdio: 'ignore',
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new AppError('update-install-failed', {}, error)));
  });
  child.unref();
  return 'started' as const;
};

const asAppError = (error: unknown) =>
  error instanceof AppError ? error : new AppError('update-install-failed', {}, error);

export const createLinuxUpdateInstaller = ({ elevation, appImage }: LinuxInstallParts): UpdateInstaller => {
  const byKind = (installer: InstallerPackage) => {
    switch (path.extname(installer.file)) {
      case '.deb':
      case '.rpm':
        return installPackage(installer, elevation);
      case '.appimage':
        return appImage === null ? runCopy(installer) : replaceAppImage(installer, appImage);
      case '.run':
        return runCopy(installer);
      default:
        throw new AppError('update-installer-unknown');
    }
  };
  return {
    install: async (installer) => {
      try {
        return await byKind(installer);
      } catch (error) {
        throw asAppError(error);
      }
    },
  };
};
