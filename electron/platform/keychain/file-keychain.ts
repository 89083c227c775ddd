import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile, replaceFile, withFileLock, type SmallFile } from '../private-files';
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

/** The files are there and are not what was written: no time and no password will make them so again. */
class Damaged extends Error {}

/** What is there and can be looked at, but is no file of ours. */
const damaged = (read: SmallFile) =>
  !read.found && read.reason === 'denied' ? new Error('denied') : new Damaged('not as it was written');

/**
 * For an account without a keychain: values encrypted (RFC 7516, dir + A256GCM) beside a key of 32 random bytes, both
 * readable by the owner alone. Protects what is copied or backed up without the key, not against the account itself. Damaged
 * files are kept aside and begun anew; the call that finds them throws `keychain-damaged`.
 */
export const createFileKeychain = (state: string): Keychain => {
  const keyFile = path.join(state, 'key');
  const secretsFile = path.join(state, 'secrets.json');

  const readSecrets = async (): Promise<Secrets | null> => {
    const file = await readSmallFile(secretsFile, CAP);
    if (!file.found && file.reason === 'missing') return null;
    if (!file.found) throw damaged(file);
    try {
      return Secrets.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    } catch (error) {
      throw new Damaged('secrets.json', { cause: error });
    }
  };
  const readKey = async () => {
    const file = await readSmallFile(keyFile, KEY_BYTES);
    if (!file.found && file.reason === 'missing') return null;
    if (!file.found || file.bytes.length !== KEY_BYTES) throw damaged(file);
    return file.bytes;
  };
  // A new key beside values of an old one would make them unreadable without a word.
  const readOrMakeKey = async (secrets: Secrets | null) => {
    const key = await readKey();
    if (key !== null) return key;
    if (secrets !== null && Object.keys(secrets).length > 0) throw new Damaged('the key file is missing');
    const made = randomBytes(KEY_BYTES);
    await replaceFile(keyFile, made);
    return made;
  };
  const readValue = async (name: KeychainName): Promise<string | null> => {
    const jwe = (await readSecrets())?.[name];
    const key = await readKey();
    if (jwe === undefined) return null;
    if (key === null) throw new Damaged('the key file is missing');
    return decrypt(key, name, jwe).catch((error: unknown) => {
      throw new Damaged(name, { cause: error });
    });
  };
  const setAside = async () => {
    const suffix = `.broken-${Date.now()}`;
    for (const file of [keyFile, secretsFile]) {
      await rename(file, `${file}${suffix}`).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      });
    }
  };
  const alone = <T>(run: () => Promise<T>) => withFileLock(`${secretsFile}.lock`, run);
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('keychain-unavailable', {}, error);
    }
  };
  /** Under the lock, so that what another process has just begun anew is not taken for damaged. */
  const orSetAside = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      await setAside();
      throw new AppError('keychain-damaged', {}, error);
    }
  };
  const change = (make: (secrets: Secrets) => Promise<Secrets>) =>
    guarded(() =>
      alone(() =>
        orSetAside(async () => {
          await replaceFile(secretsFile, JSON.stringify(await make((await readSecrets()) ?? {})));
        }),
      ),
    );

  return {
    kind: 'file',
    get: (name) =>
      guarded(async () => {
        try {
          return await readValue(name);
        } catch (error) {
          if (!(error instanceof Damaged)) throw error;
          return alone(() => orSetAside(() => readValue(name)));
        }
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
