import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ProgramFinding } from '../programs';
import type { WindowsHost } from '../windows-host';

/** The file and the folders above it, but for the drive: there anybody may make a folder, and nobody change one. */
const placesOf = (file: string): string[] => {
  const folder = path.win32.dirname(file);
  return folder === file ? [] : [file, ...placesOf(folder)];
};

const isAdministratorsAlone = async (place: string, host: WindowsHost) =>
  (await host.ask(['judge', place], z.unknown())).outcome === 'done';

/** Looks at a program on a drive of this machine, links followed, by the access lists of its file and folders. */
export const checkWindowsProgram = async (
  candidate: string,
  host: WindowsHost,
  resolve: (file: string) => Promise<string> = realpath,
): Promise<ProgramFinding> => {
  const file = await resolve(candidate).catch(() => null);
  if (file === null || !/^[A-Za-z]:\\/.test(file) || file.slice(2).includes(':')) return { is: 'missing' };
  if ((await stat(file).catch(() => null))?.isFile() !== true) return { is: 'missing' };
  for (const place of placesOf(file)) {
    if (!(await isAdministratorsAlone(place, host))) return { is: 'unsafe', file };
  }
  return { is: 'trusted', file };
};
