import type { DataFolders } from './data-folders';
import { linuxDataFolders } from './linux-data-folders';
import { createWindowsDataFolders } from './windows-data-folders';

export type { DataFolders, DataPaths, DataPlace } from './data-folders';

export const createDataFolders = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): DataFolders =>
  platform === 'win32'
    ? createWindowsDataFolders(environment['ProgramData'] ?? 'C:\\ProgramData')
    : linuxDataFolders;
