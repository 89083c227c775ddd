import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile, replaceFile, withFileLock } from '../private-files';
import { KEYCHAIN_NAMES, type Keychain, type KeychainName } from './keychain';

const KEY_BYTES = 32;
const CAP = 64 * 1024;
const Secrets = z.partialRecord(z.enum(KEYCHAIN_NAMES), z.string().max(16_384));
type Secrets = z.output<typeof Secrets>;

const encrypt = (key: Uint8Array, name: KeychainName, value: string) =>
  new CompactEncrypt(new TextEncoder().encode(value))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: name })
    .encrypt(key);

const decrypt = async (key: Uint8Array, name: KeychainName, jwe: string) => {
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  if (protectedHeader.kid !== name) throw new Error('the value belongs to another name');
  return new TextDecoder().decode(plaintext);
};

/**
 * For an account without a keychain: values encrypted (RFC 7516, dir + A256GCM) beside a key of 32 random bytes, both
 * readable by the owner alone. Protects what is copied or backed up without the key, not against the account itself.
 */
export const createFileKeychain = (state: string): Keychain => {
  const keyFile = path.join(state, 'key');
  const secretsFile = path.join(state, 'secrets.json');

  const readSecrets = async (): Promise<Secrets | null> => {
    const file = await readSmallFile(secretsFile, CAP);
    if (file.found) return Secrets.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    if (file.reason === 'missing') return null;
    throw new Error(file.reason);
  };
  const readKey = async () => {
    const file = await readSmallFile(keyFile, KEY_BYTES);
    if (file.found && file.bytes.length === KEY_BYTES) return file.bytes;
    if (!file.found && file.reason === 'missing') return null;
    throw new Error('the key file is not as it was written');
  };
  // A new key beside values of an old one would make them unreadable without a word.
  const readOrMakeKey = async (secrets: Secrets | null) => {
    const key = await readKey();
    if (key !== null) return key;
    if (secrets !== null && Object.keys(secrets).length > 0) throw new Error('the key file is missing');
    const made = randomBytes(KEY_BYTES);
    await replaceFile(keyFile, made);
    return made;
  };
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw new AppError('keychain-unavailable', {}, error);
    }
  };
  const change = (make: (secrets: Secrets) => Promise<Secrets>) =>
    guarded(() =>
      withFileLock(`${secretsFile}.lock`, async () => {
        await replaceFile(secretsFile, JSON.stringify(await make((await readSecrets()) ?? {})));
      }),
    );

  return {
    kind: 'file',
    get: (name) =>
      guarded(async () => {
        const jwe = (await readSecrets())?.[name];
        if (jwe === undefined) return null;
        const key = await readKey();
        if (key === null) throw new Error('the key file is missing');
        return decrypt(key, name, jwe);
      }),
    set: (name, value) =>
      change(async (secrets) => ({
        ...secrets,
        [name]: await encrypt(await readOrMakeKey(secrets), name, value),
      })),
    delete: (name) =>
      change((secrets) =>
        Promise.resolve(Object.fromEntries(Object.entries(secrets).filter(([other]) => other !== name))),
      ),
  };
};
