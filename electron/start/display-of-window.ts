import { readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '@electron/platform/private-files/index';

type Environment = Readonly<Record<string, string | undefined>>;

const LONGEST = 200;

/** The display of this start, as X and Wayland name it; empty on a system without. */
export const displayOf = ({ DISPLAY = '', WAYLAND_DISPLAY = '' }: Environment): string =>
  (DISPLAY === '' ? WAYLAND_DISPLAY : DISPLAY.replace(/\.0$/, '')).slice(0, LONGEST);

const fileIn = (folder: string) => path.join(folder, 'display');

/** Notes for a second start where the window is. */
export const noteDisplay = (folder: string, display: string): Promise<void> =>
  replaceFile(fileIn(folder), Buffer.from(display));

/** The display of the window where it is another one than that of this start; else null. */
export const otherDisplay = (folder: string, own: string): string | null => {
  try {
    const noted = readFileSync(fileIn(folder), 'utf8')
      .replaceAll(/\p{Cc}/gu, '')
      .slice(0, LONGEST);
    return noted === '' || own === '' || noted === own ? null : noted;
  } catch {
    return null;
  }
};
