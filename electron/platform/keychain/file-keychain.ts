import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { readSmallFile, replaceFile, withFileLock, type SmallFile } from '../private-files';
import { plainKey, type KeySeal } from './key-seal';
import { KEYCHAIN_NAMES, type Keychain, type KeychainName } from './keychain';

const KEY_BYTES = 32;
const SEALED_KEY_CAP = 4096;
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

/** An entry that exists and can be read, but is not a file of this program. */
const damaged = (read: SmallFile) =>
  !read.found && read.reason === 'denied' ? new Error('denied') : new Damaged('not as it was written');

const throwUnlessMissing = (error: unknown) => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
};

const asUnavailable = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('keychain-unavailable', {}, error);
  }
};

/** The two files of a keychain: the encrypted values and their key. */
class KeychainFiles {
  readonly #key: string;
  readonly #secrets: string;

  constructor(
    state: string,
    private readonly seal: KeySeal,
  ) {
    this.#key = path.join(state, 'key');
    this.#secrets = path.join(state, 'secrets.json');
  }

  async readValue(name: KeychainName): Promise<string | null> {
    const jwe = (await this.#readSecrets())?.[name];
    const key = await this.#readKey();
    if (jwe === undefined) return null;
    if (key === null) throw new Damaged('the key file is missing');
    return decrypt(key, name, jwe).catch((error: unknown) => {
      throw new Damaged(name, { cause: error });
    });
  }

  /** Writes what `make` makes of the values, under the lock. */
  change(make: (secrets: Secrets) => Promise<Secrets>): Promise<void> {
    return this.underLock(async () => {
      await replaceFile(this.#secrets, JSON.stringify(await make((await this.#readSecrets()) ?? {})));
    });
  }

  /** Damaged files are set aside under the lock, so that what another process has just made is not taken for damaged. */
  underLock<T>(run: () => Promise<T>): Promise<T> {
    return withFileLock(`${this.#secrets}.lock`, async () => {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof Damaged)) throw error;
        await this.#setAside();
        throw new AppError('keychain-damaged', {}, error);
      }
    });
  }

  /** A new key beside values of an old one would make them unreadable without a word. */
  async readOrMakeKey(secrets: Secrets): Promise<Uint8Array> {
    const key = await this.#readKey();
    if (key !== null) return key;
    if (Object.keys(secrets).length > 0) throw new Damaged('the key file is missing');
    const made = randomBytes(KEY_BYTES);
    await replaceFile(this.#key, await this.seal.protect(made));
    return made;
  }

  async #readSecrets(): Promise<Secrets | null> {
    const file = await readSmallFile(this.#secrets, CAP);
    if (!file.found && file.reason === 'missing') return null;
    if (!file.found) throw damaged(file);
    try {
      return Secrets.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    } catch (error) {
      throw new Damaged('secrets.json', { cause: error });
    }
  }

  async #readKey(): Promise<Uint8Array | null> {
    const file = await readSmallFile(this.#key, SEALED_KEY_CAP);
    if (!file.found && file.reason === 'missing') return null;
    const key = file.found ? await this.seal.reveal(file.bytes) : null;
    if (key?.length !== KEY_BYTES) throw damaged(file);
    return key;
  }

  async #setAside(): Promise<void> {
    const suffix = `.broken-${Date.now()}`;
    for (const file of [this.#key, this.#secrets]) {
      await rename(file, `${file}${suffix}`).catch(throwUnlessMissing);
    }
  }
}

/**
 * For an account without a keychain: values encrypted (RFC 7516, dir + A256GCM) beside a key of 32 random bytes, which lies
 * there as `seal` makes it; both readable by the owner alone. Protects what is copied or backed up without the key, not against the account itself. Damaged
 * files are kept aside and begun anew; the call that finds them throws `keychain-damaged`.
 */
export const createFileKeychain = (state: string, seal: KeySeal = plainKey): Keychain => {
  const files = new KeychainFiles(state, seal);
  return {
    kind: 'file',
    get: (name) =>
      asUnavailable(async () => {
        try {
          return await files.readValue(name);
        } catch (error) {
          if (!(error instanceof Damaged)) throw error;
          return files.underLock(() => files.readValue(name));
        }
      }),
    set: (name, value) =>
      asUnavailable(() =>
        files.change(async (secrets) => ({
          ...secrets,
          [name]: await encrypt(await files.readOrMakeKey(secrets), name, value),
        })),
      ),
    delete: (name) =>
      asUnavailable(() =>
        files.change((secrets) =>
          Promise.resolve(Object.fromEntries(Object.entries(secrets).filter(([other]) => other !== name))),
        ),
      ),
  };
};
