import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

// Windows has neither flag; there they are undefined and the file is opened plainly.
const flags: Partial<typeof constants> = constants;

/** SHA-256, in hex, and size of a plain file that is no link; null for anything else. Throws the system's error. */
export const hashFile = async (file: string): Promise<{ sha256: string; size: number } | null> => {
  const handle = await open(file, constants.O_RDONLY | (flags.O_NOFOLLOW ?? 0) | (flags.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) return null;
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      size += bytes.length;
    }
    return { sha256: hash.digest('hex'), size };
  } finally {
    await handle.close();
  }
};
