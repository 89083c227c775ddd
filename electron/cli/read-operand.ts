import { AppError } from '@shared/errors/app-error';
import { readSmallFile } from '@electron/platform/private-files';

const CAP = 1024 * 1024;

/** The bytes of a file named on the command line; null when it is larger than any document. Throws `file-unreadable`. */
export const readOperand = async (file: string): Promise<Uint8Array | null> => {
  const unreadable = (cause: unknown) =>
    new AppError('file-unreadable', { file: file.slice(0, 1024) }, cause);
  const found = await readSmallFile(file, CAP, { links: 'follow' }).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (found.found) return found.bytes;
  if (found.reason === 'too-large') return null;
  throw unreadable(found.reason);
};
