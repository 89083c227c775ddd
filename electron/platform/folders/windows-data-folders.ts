import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { dataPathsOf, foldersOf, type DataFolders, type InstalledFolders } from './data-folders';

/** Made by the installer below the machine's program data, each with its list of `build/windows/access-lists.json`. */
const installedBelow = (programData: string): InstalledFolders => {
  const home = path.win32.join(programData, 'Remote Service');
  const run = path.win32.join(home, 'run');
  return { home, settings: path.win32.join(home, 'settings'), run, open: run, monitoring: null };
};

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

export const createWindowsDataFolders = (programData: string): DataFolders => {
  const installed = installedBelow(programData);
  return {
    pathStyle: 'windows',
    installedHome: installed.home,
    pathsOf: (place) => dataPathsOf(place, installed),
    // Its settings change while it runs: no account may act as another one here.
    actAsOwnerOf: () => null,
    prepare: ({ mode, home }) => {
      if (!path.isAbsolute(home)) throw new AppError('data-folder-unusable', { folder: home });
      const paths = dataPathsOf({ mode, home: path.resolve(home) }, installed);
      for (const { folder } of foldersOf(paths)) makeAndCheck(folder);
      return paths;
    },
  };
};
