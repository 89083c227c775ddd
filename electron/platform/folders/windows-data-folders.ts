import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { dataPathsOf, foldersOf, type DataFolders } from './data-folders';

/** Folders inherit the access list of the profile they lie in, so only links and other things in the way are refused. */
const makeAndCheck = (folder: string) => {
  const facts = (() => {
    try {
      mkdirSync(folder, { recursive: true });
      return lstatSync(folder);
    } catch (error) {
      throw new AppError('data-folder-unusable', { folder }, error);
    }
  })();
  if (facts.isSymbolicLink()) throw new AppError('data-folder-unsafe', { folder });
  if (!facts.isDirectory()) throw new AppError('data-folder-unusable', { folder });
};

export const windowsDataFolders: DataFolders = {
  pathStyle: 'windows',
  prepare: (home) => {
    if (!path.isAbsolute(home)) throw new AppError('data-folder-unusable', { folder: home });
    const paths = dataPathsOf(path.resolve(home));
    for (const { folder } of foldersOf(paths)) makeAndCheck(folder);
    return paths;
  },
};
