import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ElevatedAction, Elevation } from '../elevation';
import { createLinuxUpdateInstaller } from './linux-update-installer';
import type { InstallerPackage } from './update-installer';
import { createWindowsHost } from '../windows-host';
import { createWindowsUpdateInstaller } from './windows-update-installer';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'installer-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer): InstallerPackage => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const bytes = readFileSync(file);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
};
const noElevation: Elevation = { run: () => Promise.resolve({ outcome: 'unavailable' }) };
const linux = (parts: { elevation?: Elevation; appImage?: string | null } = {}) =>
  createLinuxUpdateInstaller({ elevation: noElevation, appImage: null, ...parts });

describe('the installer of an update', () => {
  it('is run from a copy of its own', async () => {
    const mark = path.join(folder, 'mark');
    const installer = put('a.run', `#!/bin/sh\nprintf started > '${mark}'\n`);
    expect(await linux().install(installer)).toBe('started');
    await vi.waitFor(() => expect(readFileSync(mark, 'utf8')).toBe('started'));
  });

  it('takes the place of the AppImage that runs, whole', async () => {
    const { file: appImage } = put('Remote Service.AppImage', 'old');
    const installer = put('b.appimage', 'new');
    expect(await linux({ appImage }).install(installer)).toBe('installed');
    expect(readFileSync(appImage, 'utf8')).toBe('new');
    expect(statSync(appImage).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder).sort()).toEqual(['Remote Service.AppImage', 'b.appimage']);
  });

  it.each([
    [67, 'update-changed'],
    [69, 'update-needs-more'],
    [75, 'update-installer-busy'],
    [1, 'update-install-failed'],
  ])('says of a helper that ends with %s: %s', async (code, said) => {
    const elevation: Elevation = { run: () => Promise.resolve({ outcome: 'failed', code }) };
    const installer = put('a.deb', 'package');
    await expect(linux({ elevation }).install(installer)).rejects.toMatchObject({ code: said });
  });

  it('is a package: the helper with the rights for it gets the name alone', async () => {
    const asked: ElevatedAction[] = [];
    const elevation: Elevation = {
      run: (action) => {
        asked.push(action);
        return Promise.resolve({ outcome: 'done' });
      },
    };
    const installer = put(`${'a'.repeat(64)}.deb`, 'package');
    expect(await linux({ elevation }).install(installer)).toBe('installed');
    expect(asked).toEqual([{ kind: 'install-update', fileName: `${'a'.repeat(64)}.deb` }]);
    await expect(linux().install(installer)).rejects.toMatchObject({ code: 'update-install-refused' });
  });

  it('is of a kind that is known', async () => {
    await expect(linux().install(put('a.bin', 'x'))).rejects.toMatchObject({
      code: 'update-installer-unknown',
    });
    await expect(createWindowsUpdateInstaller().install(put('a.bin', 'x'))).rejects.toMatchObject({
      code: 'update-installer-unknown',
    });
  });

  it('is not a link, and not another file than the signed one', async () => {
    const installer = put('a.run', 'good');
    symlinkSync(installer.file, path.join(folder, 'link.run'));
    const changed = [
      { ...installer, file: path.join(folder, 'link.run') },
      { ...installer, sha256: '0'.repeat(64) },
    ];
    for (const one of changed) {
      await expect(linux().install(one)).rejects.toMatchObject({ code: 'update-changed' });
    }
  });
});

describe('whoever exchanges the file between check and start', () => {
  it('never gets another one in place', async () => {
    const { file: appImage } = put('App.AppImage', 'old');
    const good = Buffer.alloc(300_000, 'g');
    const installer = put('c.appimage', good);
    const bad = path.join(folder, 'bad');
    let isSwapping = true;
    const swap = async () => {
      for (let turn = 0; isSwapping; turn += 1) {
        writeFileSync(bad, turn % 2 === 0 ? Buffer.alloc(300_000, 'b') : good);
        renameSync(bad, installer.file);
        await new Promise(setImmediate);
      }
    };
    const swapping = swap();
    const seen = { installed: 0, refused: 0 };
    for (let turn = 0; turn < 30; turn += 1) {
      const outcome = await linux({ appImage })
        .install(installer)
        .catch((error: unknown) => error);
      if (outcome === 'installed') seen.installed += 1;
      else {
        expect(outcome).toMatchObject({ code: 'update-changed' });
        seen.refused += 1;
      }
      const live = readFileSync(appImage);
      expect(live.equals(good) || live.equals(Buffer.from('old'))).toBe(true);
    }
    isSwapping = false;
    await swapping;
    expect(seen.refused).toBeGreaterThan(0);
  }, 30_000);
});

describe('on Windows', () => {
  it('is handed to the helper as a copy, with what it has to be', async () => {
    const calls: string[][] = [];
    const codes = [0, 77, 80, 78];
    const host = createWindowsHost((call) => {
      calls.push([...call.args]);
      return Promise.resolve({ code: codes.shift() ?? 0, text: '{"outcome":"done"}', errors: '' });
    });
    const installer = createWindowsUpdateInstaller(host);
    const file = put('a.exe', 'MZ');
    expect(await installer.install(file)).toBe('started');
    const [[verb, copy = '', sha256] = []] = calls;
    expect([verb, sha256]).toEqual(['verify-and-run', file.sha256]);
    expect(path.basename(copy)).toBe('installer.exe');
    expect(readFileSync(copy, 'utf8')).toBe('MZ');
    await expect(installer.install(file)).rejects.toMatchObject({ code: 'update-install-refused' });
    await expect(installer.install(file)).rejects.toMatchObject({ code: 'update-changed' });
    await expect(installer.install(file)).rejects.toMatchObject({ code: 'update-install-failed' });
  });
});
