import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'planted-library.c');

/** Libraries that the system's own programs look for, and no JavaScript runtime does. */
const WANTED = ['libselinux.so.1', 'libcap.so.2', 'libaudit.so.1', 'libpolkit-gobject-1.so.0'];

export interface PlantedLibrary {
  /** For LD_PRELOAD; its folder, for LD_LIBRARY_PATH, has it under the names of other libraries too. */
  file: string;
  /** The programs that have loaded it, each once. */
  loadedBy(): string[];
}

/**
 * Compiles a library that notes whoever loads it. `seenAs` is where the folder lies for those who may load it, when that is
 * somewhere else.
 */
export const plantLibrary = (folder: string, seenAs = folder): PlantedLibrary => {
  const notes = path.join(folder, 'loaded-by');
  const file = path.join(folder, 'planted.so');
  writeFileSync(notes, '');
  // Every process that loads it must be able to write the mark, under any account.
  chmodSync(notes, 0o666);
  const words = ['-shared', '-fPIC', '-nostdlib', `-DNOTES="${path.join(seenAs, 'loaded-by')}"`];
  execFileSync('/usr/bin/gcc', [...words, '-o', file, SOURCE]);
  chmodSync(file, 0o755);
  for (const name of WANTED) copyFileSync(file, path.join(folder, name));
  return {
    file: path.join(seenAs, 'planted.so'),
    loadedBy: () => [...new Set(readFileSync(notes, 'utf8').split('\n').filter(Boolean))],
  };
};
