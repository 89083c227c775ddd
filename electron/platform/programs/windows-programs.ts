import path from 'node:path';
import type { ProgramCall } from './run-program';

const PATHS = {
  sc: ['sc.exe'],
  reg: ['reg.exe'],
  powershell: ['WindowsPowerShell', 'v1.0', 'powershell.exe'],
} as const;

const WINDOWS_FOLDER = /^[A-Za-z]:\\[A-Za-z0-9 _.-]{1,64}$/;

/** The Windows folder; what is no plain folder right below a drive is not believed. */
export const windowsFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const given = environment['SystemRoot'] ?? '';
  return WINDOWS_FOLDER.test(given) ? given : 'C:\\Windows';
};

export const windowsCall = (
  program: keyof typeof PATHS,
  args: readonly string[],
  folder: string = windowsFolder(),
): Pick<ProgramCall, 'executable' | 'args' | 'environment' | 'folder'> => {
  const system = path.win32.join(folder, 'System32');
  return {
    executable: path.win32.join(system, ...PATHS[program]),
    args,
    environment: { SystemRoot: folder, windir: folder, PATH: system },
    folder: system,
  };
};
