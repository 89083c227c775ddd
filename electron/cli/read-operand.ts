import { AppError } from '@shared/errors/app-error';
import { readSmallFile } from '@electron/platform/private-files';
import type { CommandContext } from './command-context';
import { STANDARD_STREAM } from './standard-stream';

const CAP = 1024 * 1024;

/**
 * The bytes of a file named on the command line, `-` being the standard input; null when there are more than any document
 * has. Throws `file-unreadable`.
 */
export const readOperand = async (
  { io }: Pick<CommandContext, 'io'>,
  file: string,
): Promise<Uint8Array | null> => {
  if (file === STANDARD_STREAM) return io.stdin();
  const unreadable = (cause: unknown) =>
    new AppError('file-unreadable', { file: file.slice(0, 1024) }, cause);
  const found = await readSmallFile(file, CAP, { links: 'follow' }).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (found.found) return found.bytes;
  if (found.reason === 'too-large') return null;
  throw unreadable(found.reason);
};
