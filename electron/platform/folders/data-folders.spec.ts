import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataFolders } from './index';

const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

const modeOf = (folder: string) => (statSync(folder).mode & 0o777).toString(8);

describe.each(['linux', 'win32'] as const)('DataFolders for %s', (platform) => {
  const folders = createDataFolders(platform);
  let parent: string;
  let home: string;

  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'folders-'));
    home = path.join(parent, 'home');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('creates every folder, also a second time', () => {
    const paths = folders.prepare({ mode: 'embedded', home });
    expect(folders.prepare({ mode: 'embedded', home })).toEqual(paths);
    expect(paths).toEqual(folders.pathsOf({ mode: 'embedded', home }));
    for (const folder of [paths.state, paths.run, paths.logs, paths.chromiumApp, paths.chromiumService]) {
      expect(statSync(folder).isDirectory()).toBe(true);
    }
  });

  it('takes a long path', () => {
    const long = path.join(home, ...Array.from({ length: 6 }, () => 'x'.repeat(200)));
    expect(statSync(folders.prepare({ mode: 'embedded', home: long }).run).isDirectory()).toBe(true);
  });

  it('refuses a link in the place of a folder', () => {
    mkdirSync(home, { mode: 0o700 });
    mkdirSync(path.join(parent, 'elsewhere'));
    symlinkSync(path.join(parent, 'elsewhere'), path.join(home, 'state'));
    expect(codeOf(() => folders.prepare({ mode: 'embedded', home }))).toBe('data-folder-unsafe');
  });

  it('says which folder cannot be used', () => {
    writeFileSync(home, '');
    expect(codeOf(() => folders.prepare({ mode: 'embedded', home }))).toBe('data-folder-unusable');
    expect(codeOf(() => folders.prepare({ mode: 'embedded', home: 'relative/home' }))).toBe(
      'data-folder-unusable',
    );
  });
});

describe('the folders of an installed service', () => {
  const folders = createDataFolders('linux');

  it('are the fixed ones of the machine, for the service and for whoever uses it', () => {
    const service = folders.pathsOf({ mode: 'installed', home: folders.installedHome });
    const person = folders.pathsOf({ mode: 'installed', home: '/home/print/app' });
    for (const { settings, run, state, sealingKey } of [service, person]) {
      expect({ settings, run, state, sealingKey }).toEqual({
        settings: '/etc/remote-service/settings/settings.json',
        run: '/run/remote-service',
        state: '/var/lib/remote-service/state',
        sealingKey: '/var/lib/remote-service/sealing-key.json',
      });
    }
    expect(service.logs).toBe('/var/lib/remote-service/logs');
    expect(person.logs).toBe('/home/print/app/logs');
  });

  it('lie below the program data of the machine on Windows', () => {
    const windows = createDataFolders('win32', { ProgramData: 'D:\\Data' });
    const home = windows.installedHome;
    expect(home).toBe('D:\\Data\\Remote Service');
    expect(windows.pathsOf({ mode: 'installed', home }).run).toBe('D:\\Data\\Remote Service\\run');
  });

  it('are not made by a person, who has a folder of their own for logs and window', () => {
    const home = mkdtempSync(path.join(tmpdir(), 'folders-'));
    folders.prepare({ mode: 'installed', home });
    expect(readdirSync(home).sort()).toEqual(['chromium', 'logs']);
    expect(readdirSync(path.join(home, 'chromium'))).toEqual(['app']);
    rmSync(home, { recursive: true });
  });
});

describe('DataFolders on Linux', () => {
  const folders = createDataFolders('linux');
  const parent = mkdtempSync(path.join(tmpdir(), 'folders-'));
  afterEach(() => rmSync(parent, { recursive: true, force: true }));
  const home = path.join(parent, 'home');

  it('keeps everything to its owner and lets the group look into run, whatever the umask', () => {
    const before = process.umask(0);
    try {
      const paths = folders.prepare({ mode: 'embedded', home });
      expect(modeOf(paths.home)).toBe('700');
      expect(modeOf(paths.state)).toBe('700');
      expect(modeOf(paths.run)).toBe('750');
      expect(modeOf(paths.chromiumService)).toBe('700');
      expect(process.umask(0)).toBe(0);
    } finally {
      process.umask(before);
    }
  });

  it.each([0o777, 0o770, 0o702])('refuses a folder that others may write to (%o)', (mode) => {
    const paths = folders.prepare({ mode: 'embedded', home });
    chmodSync(paths.run, mode);
    expect(codeOf(() => folders.prepare({ mode: 'embedded', home }))).toBe('data-folder-unsafe');
  });

  it('lets its owner, and root as its owner, write in a folder, and nobody else', async () => {
    const folder = path.join(parent, 'owned');
    mkdirSync(folder, { recursive: true });
    const write = (name: string) => {
      writeFileSync(path.join(folder, name), '');
      return Promise.resolve();
    };
    await folders.actAsOwnerOf(folder)?.(() => write('own'));
    expect(statSync(path.join(folder, 'own')).uid).toBe(process.geteuid?.());
    const isRoot = process.geteuid?.() === 0;
    if (!isRoot) {
      expect(folders.actAsOwnerOf('/')).toBeNull();
      return;
    }
    chownSync(folder, 65_534, 65_534);
    chmodSync(parent, 0o755);
    await folders.actAsOwnerOf(folder)?.(() => write('as-owner'));
    expect(statSync(path.join(folder, 'as-owner'))).toMatchObject({ uid: 65_534, gid: 65_534 });
    expect([process.geteuid?.(), process.getegid?.()]).toEqual([0, 0]);
    process.seteuid?.(65_533);
    try {
      expect(folders.actAsOwnerOf(folder)).toBeNull();
    } finally {
      process.seteuid?.(0);
    }
  });

  it('refuses a folder of another account', () => {
    if (process.getuid?.() !== 0) {
      expect(codeOf(() => folders.prepare({ mode: 'embedded', home: '/usr' }))).toBe('data-folder-unsafe');
      return;
    }
    const paths = folders.prepare({ mode: 'embedded', home });
    chownSync(paths.logs, 65_534, 65_534);
    expect(codeOf(() => folders.prepare({ mode: 'embedded', home }))).toBe('data-folder-unsafe');
  });
});
