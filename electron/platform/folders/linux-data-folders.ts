import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { dataPathsOf, foldersOf, type DataFolders, type InstalledFolders } from './data-folders';

/** As the unit and the tmpfiles entry in `build/linux` have systemd make them. */
const INSTALLED: InstalledFolders = {
  home: '/var/lib/remote-service',
  settings: '/etc/remote-service/settings',
  run: '/run/remote-service',
  open: '/var/lib/remote-service',
  monitoring: '/run/remote-service-monitoring',
};

const WRITABLE_BY_OTHERS = 0o022;

/** The mode is right from the first moment: a chmod afterwards would leave a gap in which others could get in. */
const makeFolder = (folder: string, isForGroup: boolean) => {
  const before = process.umask(isForGroup ? 0o027 : 0o077);
  try {
    mkdirSync(folder, { recursive: true, mode: isForGroup ? 0o750 : 0o700 });
  } catch (error) {
    throw new AppError('data-folder-unusable', { folder }, error);
  } finally {
    process.umask(before);
  }
};

const lookAt = (folder: string) => {
  try {
    return lstatSync(folder);
  } catch (error) {
    throw new AppError('data-folder-unusable', { folder }, error);
  }
};

const check = (folder: string) => {
  const facts = lookAt(folder);
  if (facts.isSymbolicLink()) throw new AppError('data-folder-unsafe', { folder });
  if (!facts.isDirectory()) throw new AppError('data-folder-unusable', { folder });
  const isOurs = facts.uid === process.getuid?.();
  if (!isOurs || (facts.mode & WRITABLE_BY_OTHERS) !== 0)
    throw new AppError('data-folder-unsafe', { folder });
};

/** Every thread of the process acts as the owner until the run has ended. */
const actAsOwnerOf: DataFolders['actAsOwnerOf'] = (folder) => {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  if (facts === undefined) return null;
  const { uid, gid } = facts;
  const [ownUser, ownGroup] = [process.geteuid?.(), process.getegid?.()];
  if (ownUser === undefined || ownGroup === undefined) return null;
  if (uid === ownUser) return (run) => run();
  if (ownUser !== 0) return null;
  return async (run) => {
    process.setegid?.(gid);
    process.seteuid?.(uid);
    try {
      return await run();
    } finally {
      process.seteuid?.(ownUser);
      process.setegid?.(ownGroup);
    }
  };
};

export const linuxDataFolders: DataFolders = {
  pathStyle: 'posix',
  installedHome: INSTALLED.home,
  pathsOf: (place) => dataPathsOf(place, INSTALLED),
  actAsOwnerOf,
  prepare: ({ mode, home }) => {
    if (!path.isAbsolute(home)) throw new AppError('data-folder-unusable', { folder: home });
    const paths = dataPathsOf({ mode, home: path.resolve(home) }, INSTALLED);
    for (const { folder, isForGroup } of foldersOf(paths)) {
      makeFolder(folder, isForGroup);
      check(folder);
    }
    return paths;
  },
};
