import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SealedSecret } from '@shared/domain/settings/settings';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { createFakeKeychain, createFileKeychain } from '@electron/platform/keychain';
import { ensureSealingKey, openSecret, publicSealingKey, sealSecret } from './sealing';

let home: string;
let paths: DataPaths;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'sealing-'));
  paths = createDataFolders().prepare({ mode: 'embedded', home });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('sealing after the key store was damaged', () => {
  const damage = () => writeFileSync(path.join(paths.state, 'key'), 'junk');

  it('is to a new key at once, and says so once', async () => {
    const keychain = createFileKeychain(paths.state);
    const before = await ensureSealingKey(paths, keychain);
    const sealed = await sealSecret('1234', before);
    damage();
    await expect(ensureSealingKey(paths, keychain)).rejects.toMatchObject({ code: 'keychain-damaged' });
    const after = await ensureSealingKey(paths, keychain);
    expect(after.x).not.toBe(before.x);
    const published: unknown = JSON.parse(readFileSync(paths.sealingKey, 'utf8'));
    expect(published).toMatchObject({ x: after.x, y: after.y });
    await expect(openSecret(sealed, after)).rejects.toMatchObject({ code: 'secret-unreadable' });
  });

  it('works for who enters a secret anew before the service has noticed', async () => {
    const keychain = createFileKeychain(paths.state);
    await ensureSealingKey(paths, keychain);
    damage();
    const key = await publicSealingKey(paths, () => Promise.resolve(keychain));
    const sealed = await sealSecret('1234', key);
    expect(await openSecret(sealed, await ensureSealingKey(paths, keychain))).toBe('1234');
  });
});

describe('sealing', () => {
  it('makes one key pair, whoever asks first and however many ask at once', async () => {
    const keychain = createFakeKeychain();
    const open = () => Promise.resolve(keychain);
    const [a, b, key] = await Promise.all([
      publicSealingKey(paths, open),
      publicSealingKey(paths, open),
      ensureSealingKey(paths, keychain),
    ]);
    expect(a).toEqual(b);
    expect(key).toMatchObject(a);
    const file = path.join(paths.run, 'sealing-key.json');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('640');
    expect(readFileSync(file, 'utf8')).not.toContain(key.d);
  });

  it('seals what only the private key opens', async () => {
    const key = await ensureSealingKey(paths, createFakeKeychain());
    const publicKey = await publicSealingKey(paths, () => Promise.reject(new Error('not needed')));
    const sealed = await sealSecret('Ünlock 1234 ☂', publicKey);
    expect(SealedSecret.parse(sealed)).not.toContain('1234');
    expect(await sealSecret('Ünlock 1234 ☂', publicKey)).not.toBe(sealed);
    expect(await openSecret(sealed, key)).toBe('Ünlock 1234 ☂');
  });

  it('opens nothing that was changed or sealed to another key', async () => {
    const key = await ensureSealingKey(paths, createFakeKeychain());
    const sealed = await sealSecret('1234', key);
    const changed = sealed.replace(
      /\.(.)([^.]*)$/,
      (_, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
    );
    rmSync(path.join(paths.run, 'sealing-key.json'));
    const other = await ensureSealingKey(paths, createFakeKeychain());
    for (const [text, by] of [
      [changed, key],
      [sealed, other],
      ['a.b.c', key],
    ] as const) {
      await expect(openSecret(text, by)).rejects.toMatchObject({ code: 'secret-unreadable' });
    }
  });

  it('makes no key with a locked keychain and puts a damaged public key right', async () => {
    const keychain = createFakeKeychain();
    keychain.isLocked = true;
    await expect(ensureSealingKey(paths, keychain)).rejects.toMatchObject({ code: 'keychain-unavailable' });
    keychain.isLocked = false;
    const key = await ensureSealingKey(paths, keychain);
    writeFileSync(path.join(paths.run, 'sealing-key.json'), '{"kty":"EC"}');
    expect(key).toMatchObject(await publicSealingKey(paths, () => Promise.resolve(keychain)));
  });
});
