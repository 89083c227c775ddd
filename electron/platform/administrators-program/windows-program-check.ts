import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { distrustOfDescriptor } from '../policy';
import { windowsCall, type ProgramFinding, type RunProgram } from '../programs';

const DEADLINE_MS = 10_000;
/** The script is fixed; the place is handed over as an argument and never becomes a part of it. */
const GET_DESCRIPTOR = '& { (Get-Acl -LiteralPath $args[0]).Sddl }';

/** The file and the folders above it, but for the drive: there anybody may make a folder, and nobody change one. */
const placesOf = (file: string): string[] => {
  const folder = path.win32.dirname(file);
  return folder === file ? [] : [file, ...placesOf(folder)];
};

const isAdministratorsAlone = async (place: string, run: RunProgram) => {
  const args = ['-NoProfile', '-NonInteractive', '-Command', GET_DESCRIPTOR, place];
  const { code, text } = await run({ ...windowsCall('powershell', args), deadline: DEADLINE_MS });
  return code === 0 && distrustOfDescriptor(Buffer.from(text, 'latin1').toString('utf8')) === null;
};

/** Looks at a program on a drive of this machine, links followed, by the access lists of its file and folders. */
export const checkWindowsProgram = async (
  candidate: string,
  run: RunProgram,
  resolve: (file: string) => Promise<string> = realpath,
): Promise<ProgramFinding> => {
  const file = await resolve(candidate).catch(() => null);
  if (file === null || !/^[A-Za-z]:\\/.test(file) || file.slice(2).includes(':')) return { is: 'missing' };
  if ((await stat(file).catch(() => null))?.isFile() !== true) return { is: 'missing' };
  for (const place of placesOf(file)) {
    if (!(await isAdministratorsAlone(place, run))) return { is: 'unsafe', file };
  }
  return { is: 'trusted', file };
};
