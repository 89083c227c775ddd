import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

// Windows has no such flag; there it is undefined.
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

/**
 * Takes away what follows the first `bytes` of a file that is only ever appended to. Through a descriptor of its own:
 * Windows shortens no file that was opened for appending. Follows no link; throws the system's error.
 */
export const cutFile = async (file: string, bytes: number) => {
  const handle = await open(file, constants.O_RDWR | NO_FOLLOW);
  try {
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
};
