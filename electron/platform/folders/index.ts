import type { DataFolders } from './data-folders';
import { linuxDataFolders } from './linux-data-folders';
import { windowsDataFolders } from './windows-data-folders';

export { dataPathsOf, type DataFolders, type DataPaths } from './data-folders';

export const createDataFolders = (platform: NodeJS.Platform = process.platform): DataFolders =>
  platform === 'win32' ? windowsDataFolders : linuxDataFolders;
