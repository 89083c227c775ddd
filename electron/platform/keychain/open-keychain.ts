import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile, replaceFile, withFileLock } from '../private-files';
import { createFileKeychain } from './file-keychain';
import type { Keychain, KeychainPlace } from './keychain';
import { createOsKeychain, type OsKeychain } from './os-keychain';

const Choice = z.strictObject({ kind: z.enum(['os', 'file']) });
type Kind = Keychain['kind'];

const readChoice = async (file: string): Promise<Kind | null> => {
  const found = await readSmallFile(file, 1024);
  if (found.found) return Choice.parse(JSON.parse(new TextDecoder().decode(found.bytes))).kind;
  if (found.reason === 'missing') return null;
  throw new Error(found.reason);
};

const makeChoice = (file: string, os: OsKeychain) =>
  withFileLock(`${file}.lock`, async (): Promise<Kind> => {
    const made = await readChoice(file);
    if (made !== null) return made;
    const kind = (await os.isUsable()) ? 'os' : 'file';
    await replaceFile(file, JSON.stringify({ kind } satisfies z.input<typeof Choice>));
    return kind;
  });

/**
 * Opens the keychain of this account: the operating system's where there is one, else the file kind. The first answer is
 * kept for good in `state/keychain.json`: a keychain that is locked later is an error, not a reason for a new key.
 */
export const openKeychain = async (
  { home, state }: KeychainPlace,
  os: OsKeychain = createOsKeychain(home),
): Promise<Keychain> => {
  const file = path.join(state, 'keychain.json');
  let kind: Kind;
  try {
    kind = (await readChoice(file)) ?? (await makeChoice(file, os));
  } catch (error) {
    throw new AppError('keychain-unavailable', {}, error);
  }
  return kind === 'os' ? os : createFileKeychain(state);
};
