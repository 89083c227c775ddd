import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

const WRITABLE_BY_OTHERS = 0o022;
const EXECUTABLE = 0o111;
const ROOT = 0;

export type ProgramFinding = { is: 'trusted' | 'unsafe'; file: string } | { is: 'missing' };

const foldersAbove = (file: string): string[] => {
  const folder = path.dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
};

const isRootsAlone = async (file: string) => {
  const { uid, mode } = await stat(file);
  return uid === ROOT && (mode & WRITABLE_BY_OTHERS) === 0;
};

/**
 * Looks at a program, links followed: it may be started only where nobody but root could have put it there, which is asked
 * of the file and of every folder above it. `file` is where it really lies; that is what is to be started.
 */
export const checkProgram = async (candidate: string): Promise<ProgramFinding> => {
  try {
    const file = await realpath(candidate);
    const facts = await stat(file);
    if (!facts.isFile() || (facts.mode & EXECUTABLE) === 0) return { is: 'missing' };
    const sound = await Promise.all([file, ...foldersAbove(file)].map(isRootsAlone));
    return { is: sound.every(Boolean) ? 'trusted' : 'unsafe', file };
  } catch {
    return { is: 'missing' };
  }
};

/** The first program that may be started; where there is none, the first that may not. */
export const findProgram = async (candidates: readonly string[]): Promise<ProgramFinding> => {
  let unsafe: ProgramFinding | null = null;
  for (const candidate of candidates) {
    const finding = await checkProgram(candidate);
    if (finding.is === 'trusted') return finding;
    if (finding.is === 'unsafe') unsafe ??= finding;
  }
  return unsafe ?? { is: 'missing' };
};

/** The places of a program on the search path: absolute folders only. */
export const onSearchPath = (searchPath: string, names: readonly string[]): string[] =>
  searchPath
    .split(':')
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
