import { rename } from 'node:fs/promises';
import path from 'node:path';
import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { DataPaths } from '@electron/platform/folders';
import type { Keychain } from '@electron/platform/keychain';
import { FileLocked, readSmallFile, replaceFile, withFileLock } from '@electron/platform/private-files';

const Coordinate = z.string().regex(/^[\w-]{43}$/);

/** A P-256 key (RFC 7518 section 6.2) that secrets are sealed to. */
export const PublicSealingKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
});
export type PublicSealingKey = z.output<typeof PublicSealingKey>;

export const PrivateSealingKey = z.strictObject({ ...PublicSealingKey.shape, d: Coordinate });
export type PrivateSealingKey = z.output<typeof PrivateSealingKey>;

type SealingPaths = Pick<DataPaths, 'mode' | 'sealingKey' | 'state'>;

const publicPartOf = ({ kty, crv, x, y }: PublicSealingKey): PublicSealingKey => ({ kty, crv, x, y });

const parseStored = (text: string): PrivateSealingKey => {
  try {
    return PrivateSealingKey.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('keychain-damaged', {}, error);
  }
};

const isDamage = (error: unknown) => error instanceof AppError && error.code === 'keychain-damaged';

const makeKey = async (keychain: Keychain): Promise<PrivateSealingKey> => {
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const key = PrivateSealingKey.parse(await exportJWK(privateKey));
  await keychain.set('sealing-key', JSON.stringify(key));
  // A keychain that forgets would make every secret sealed from now on unreadable.
  if ((await keychain.get('sealing-key')) !== JSON.stringify(key)) throw new AppError('keychain-unavailable');
  return key;
};

const readPublicKey = async (paths: SealingPaths): Promise<PublicSealingKey | null> => {
  const file = await readSmallFile(paths.sealingKey, 4096);
  if (!file.found) return null;
  try {
    return PublicSealingKey.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
  } catch {
    return null;
  }
};

const isSame = (a: PublicSealingKey, b: PublicSealingKey | null) => a.x === b?.x && a.y === b.y;

const publish = async (paths: SealingPaths, key: PrivateSealingKey) => {
  const publicKey = publicPartOf(key);
  if (isSame(publicKey, await readPublicKey(paths))) return;
  const text = JSON.stringify(publicKey);
  await replaceFile(paths.sealingKey, text, 'group').catch(async () => {
    // Something else than a file stands there; it is moved aside, whole.
    await rename(paths.sealingKey, `${paths.sealingKey}.broken-${Date.now()}`).catch(() => undefined);
    await replaceFile(paths.sealingKey, text, 'group');
  });
};

const readOrMakeKey = async (paths: SealingPaths, keychain: Keychain): Promise<PrivateSealingKey> => {
  try {
    const stored = await keychain.get('sealing-key');
    return stored === null ? await makeKey(keychain) : parseStored(stored);
  } catch (error) {
    // Nobody may go on sealing to a key that is lost.
    if (isDamage(error)) await publish(paths, await makeKey(keychain));
    throw error;
  }
};

/**
 * The key that opens sealed secrets, made when there is none yet; its public part then lies in the run folder. Throws
 * `keychain-unavailable`, or `keychain-damaged` once when the key was lost: then there is a new one, and what was sealed
 * before has to be entered anew.
 */
export const ensureSealingKey = async (
  paths: SealingPaths,
  keychain: Keychain,
): Promise<PrivateSealingKey> => {
  try {
    return await withFileLock(path.join(paths.state, 'sealing-key.lock'), async () => {
      const key = await readOrMakeKey(paths, keychain);
      await publish(paths, key);
      return key;
    });
  } catch (error) {
    if (error instanceof FileLocked) throw new AppError('keychain-unavailable', {}, error);
    throw error;
  }
};

/**
 * The key to seal with, for the app and the command line. In embedded mode they run as the service's account, so that
 * they may make the pair before the service ever ran; then, and where it is made of files, the keychain is opened. An installed service
 * makes its own when it first starts; before that this throws `service-stopped`.
 */
export const publicSealingKey = async (
  paths: SealingPaths,
  openKeychain: () => Promise<Keychain>,
): Promise<PublicSealingKey> => {
  const known = await readPublicKey(paths);
  if (paths.mode === 'installed') {
    if (known === null) throw new AppError('service-stopped');
    return known;
  }
  const keychain = await openKeychain().catch((error: unknown) => {
    if (known === null) throw error;
    return null;
  });
  // Files can be looked at without asking anybody, and a damaged store would make what is sealed now unreadable.
  if (known !== null && keychain?.kind !== 'file') return known;
  const ensure = async () => publicPartOf(await ensureSealingKey(paths, keychain ?? (await openKeychain())));
  return ensure().catch((error: unknown) => {
    if (!isDamage(error)) throw error;
    return ensure();
  });
};

/** A compact JWE (RFC 7516; ECDH-ES, A256GCM) that only the holder of the private key can open. */
export const sealSecret = async (value: string, key: PublicSealingKey): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(value))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK(publicPartOf(key), 'ECDH-ES'));

/** Throws `secret-unreadable` for what was not sealed to this key, or changed since. */
export const openSecret = async (sealed: string, key: PrivateSealingKey): Promise<string> => {
  try {
    const { plaintext } = await compactDecrypt(sealed, await importJWK(key, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    throw new AppError('secret-unreadable', {}, error);
  }
};
