import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A folder on a file system of its own; for root. */
export interface Mounted {
  folder: string;
  unmount(): void;
}

const mount = (folder: string, args: readonly string[]): Mounted => {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', [...args, folder]);
  return { folder, unmount: () => void spawnSync('umount', ['-l', folder]) };
};

/** A small disk in memory that can be filled to the last byte. */
export const mountSmallDisk = (folder: string) => {
  const filler = path.join(folder, 'filler');
  return {
    ...mount(folder, ['-t', 'tmpfs', '-o', 'size=512k,mode=755', 'tmpfs']),
    fill: () => {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler),
  };
};

/** Shows `source` at `folder`, read-only until it is allowed to be written to. */
export const mountReadOnly = (source: string, folder: string) => {
  const mounted = mount(folder, ['--bind', source]);
  execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
  return { ...mounted, allow: () => void execFileSync('mount', ['-o', 'remount,bind,rw', folder]) };
};
