import { rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile, replaceFile, withFileLock } from '../private-files';
import { createFileKeychain } from './file-keychain';
import { createMachineSeal } from './key-seal';
import type { Keychain, KeychainPlace } from './keychain';
import { createOsKeychain, type OsKeychain } from './os-keychain';

const Choice = z.strictObject({ kind: z.enum(['os', 'file']) });
type Kind = Keychain['kind'];

const parseChoice = (bytes: Uint8Array): Kind | 'broken' => {
  try {
    return Choice.parse(JSON.parse(new TextDecoder().decode(bytes))).kind;
  } catch {
    return 'broken';
  }
};

const choose = async (os: OsKeychain): Promise<Kind> => ((await os.isUsable()) ? 'os' : 'file');

const readChoice = async (file: string): Promise<Kind | 'broken' | null> => {
  const found = await readSmallFile(file, 1024);
  if (!found.found && found.reason === 'missing') return null;
  if (!found.found && found.reason === 'denied') throw new Error(found.reason);
  return found.found ? parseChoice(found.bytes) : 'broken';
};

/** Where the values of the file kind lie it was chosen; a choice that cannot be read any more is kept aside and made so again. */
const recoverChoice = async (file: string, state: string, os: OsKeychain): Promise<Kind> => {
  await rename(file, `${file}.broken-${Date.now()}`);
  const secrets = await readSmallFile(path.join(state, 'secrets.json'), 0);
  if (!secrets.found && secrets.reason === 'missing') return choose(os);
  return 'file';
};

const makeChoice = (file: string, state: string, os: OsKeychain) =>
  withFileLock(`${file}.lock`, async (): Promise<Kind> => {
    const made = await readChoice(file);
    if (made === 'os' || made === 'file') return made;
    const kind = made === 'broken' ? await recoverChoice(file, state, os) : await choose(os);
    await replaceFile(file, JSON.stringify({ kind } satisfies z.input<typeof Choice>));
    return kind;
  });

/**
 * Opens the keychain of this account: the operating system's where there is one, else the file kind. The first answer is
 * kept for good in `state/keychain.json`: a keychain that is locked later is an error, not a reason for a new key. An
 * installed service on Windows always has the file kind, sealed to the machine.
 */
export const openKeychain = async (
  { home, state, mode }: KeychainPlace,
  os: OsKeychain = createOsKeychain(home),
  platform: NodeJS.Platform = process.platform,
): Promise<Keychain> => {
  if (platform === 'win32' && mode === 'installed') return createFileKeychain(state, createMachineSeal());
  const file = path.join(state, 'keychain.json');
  let kind: Kind;
  try {
    const made = await readChoice(file);
    kind = made === 'os' || made === 'file' ? made : await makeChoice(file, state, os);
  } catch (error) {
    throw new AppError('keychain-unavailable', {}, error);
  }
  return kind === 'os' ? os : createFileKeychain(state);
};
