import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from './licence-backups';
import { openInstallJournal, type InstallJournal } from './install-journal';
import { LicenceInstaller, type LicenceContent } from './licence-installer';
import { openLocally, type OpenServerFolder } from '@electron/service/licence/folder/worker/folder-access';
import { openLicenceFolder, type LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { systemError } from '@electron/platform/private-files';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

const FILE = 'prismadirect.lic';
const OLD = 'FEATURE a b 1.0 permanent 1\n';
const licenceOf = (text: string): LicenceContent => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: sha256OfBytes(bytes), sequence: 2 };
};
const NEW = licenceOf('FEATURE a b 1.0 permanent 2\n');

let home: string;
let folder: string;
let canary: string;
let journal: InstallJournal;
let backups: LicenceBackups;
let temporary = 0;
const live = () => readFileSync(path.join(folder, FILE), 'utf8');
const target = () => ({ serverId: 'server-1', folder, fileName: FILE });

const installerWith = (openFolder: OpenServerFolder = openLocally()) =>
  new LicenceInstaller({
    journal,
    backups,
    clock: systemClock,
    randomHex: (count) => String(++temporary).padStart(count * 2, '0'),
    openFolder,
  });

/** The real folder with some of its calls replaced. */
const folderWith =
  (change: (folder: LicenceFolder) => Partial<LicenceFolder>): OpenServerFolder =>
  async (_serverId, where) => {
    const real = await openLicenceFolder(where);
    const bound: LicenceFolder = {
      fingerprint: (name) => real.fingerprint(name),
      read: (name) => real.read(name),
      create: (name, bytes, ownership) => real.create(name, bytes, ownership),
      rename: (from, to) => real.rename(from, to),
      remove: (name) => real.remove(name),
      flush: () => real.flush(),
      freeSpace: () => real.freeSpace(),
      probes: () => real.probes(),
      close: () => real.close(),
    };
    return { ...bound, ...change(real) };
  };

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'installer-'));
  folder = path.join(home, 'licences');
  canary = path.join(home, 'canary');
  mkdirSync(folder);
  writeFileSync(canary, 'untouched');
  journal = await openInstallJournal(path.join(home, 'journal.jsonl'), () => Promise.resolve());
  backups = new LicenceBackups(path.join(home, 'backup'), systemClock);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const expectCanaryAndOld = () => {
  expect(readFileSync(canary, 'utf8')).toBe('untouched');
  expect(journal.open()).toEqual([]);
};

describe('Installer', () => {
  it('replaces the file, keeps the old one as a backup and its mode, and leaves nothing beside it', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    chmodSync(path.join(folder, FILE), 0o640);
    expect(await installerWith().install(target(), NEW)).toEqual({
      outcome: 'installed',
      replaced: licenceOf(OLD).sha256,
    });
    expect(live()).toBe('FEATURE a b 1.0 permanent 2\n');
    expect(statSync(path.join(folder, FILE)).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual([FILE]);
    const [backup = ''] = readdirSync(path.join(home, 'backup', 'server-1'));
    expect(readFileSync(path.join(home, 'backup', 'server-1', backup), 'utf8')).toBe(OLD);
    expect(journal.open()).toEqual([]);
  });

  it('puts a first file in place, readable by the licence server', async () => {
    expect(await installerWith().install(target(), NEW)).toEqual({ outcome: 'installed', replaced: null });
    expect(statSync(path.join(folder, FILE)).mode & 0o777).toBe(0o644);
  });

  it('installs nothing twice', async () => {
    await installerWith().install(target(), NEW);
    const { ino } = statSync(path.join(folder, FILE));
    expect(await installerWith().install(target(), NEW)).toMatchObject({ outcome: 'unchanged' });
    expect(statSync(path.join(folder, FILE)).ino).toBe(ino);
  });

  it('refuses bytes that are not those verified, and names that lead elsewhere', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    const other = { ...NEW, bytes: new TextEncoder().encode('other') };
    expect(await installerWith().install(target(), other)).toMatchObject({ reason: 'verify-failed' });
    for (const fileName of ['..', '../canary', '.hidden', 'a/b', 'con', '']) {
      const result = await installerWith().install({ ...target(), fileName }, NEW);
      expect(result, fileName).toMatchObject({ outcome: 'failed', reason: 'verify-failed' });
    }
    expect(live()).toBe(OLD);
    expect(readdirSync(home).sort()).toEqual(['canary', 'journal.jsonl', 'licences']);
  });

  it('names the reason of a folder that cannot be used', async () => {
    const at = (where: string) => installerWith().install({ ...target(), folder: where }, NEW);
    expect(await at(path.join(home, 'none'))).toMatchObject({ reason: 'path-missing' });
    expect(await at(canary)).toMatchObject({ reason: 'not-a-folder' });
    expect(await at('/proc')).toMatchObject({ outcome: 'failed' });
  });
});

describe('links in the way', () => {
  it('refuses a link in the place of the file, and leaves what it leads to', async () => {
    symlinkSync(canary, path.join(folder, FILE));
    const result = await installerWith().install(target(), NEW);
    expect(result).toMatchObject({ outcome: 'failed', reason: 'link-in-the-way' });
    expect(lstatSync(path.join(folder, FILE)).isSymbolicLink()).toBe(true);
    expectCanaryAndOld();
  });

  it('refuses a folder that is a link, also with a slash behind it', async () => {
    symlinkSync(folder, path.join(home, 'link'));
    for (const where of [path.join(home, 'link'), `${home}/link/`]) {
      const result = await installerWith().install({ ...target(), folder: where }, NEW);
      expect(result).toMatchObject({ reason: 'link-in-the-way' });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not write through a second name of the same file', async () => {
    linkSync(canary, path.join(folder, FILE));
    expect(await installerWith().install(target(), NEW)).toMatchObject({ outcome: 'installed' });
    expectCanaryAndOld();
  });

  it('writes through no link that waits under the temporary name', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    symlinkSync(canary, path.join(folder, `.${FILE}.${String(temporary + 1).padStart(24, '0')}.tmp`));
    expect(await installerWith().install(target(), NEW)).toMatchObject({
      outcome: 'failed',
      reason: 'file-in-use',
    });
    expect(live()).toBe(OLD);
    expectCanaryAndOld();
  });

  it('waits on no pipe and takes no folder for the file', async () => {
    execFileSync('mkfifo', [path.join(folder, FILE)]);
    expect(await installerWith().install(target(), NEW)).toMatchObject({ reason: 'licence-file-unreadable' });
    rmSync(path.join(folder, FILE));
    mkdirSync(path.join(folder, FILE));
    expect(await installerWith().install(target(), NEW)).toMatchObject({ reason: 'licence-file-unreadable' });
  });

  it('stays in the folder it opened when the path is led elsewhere meanwhile', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    const elsewhere = path.join(home, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, FILE), 'canary');
    const swapping = folderWith((real) => ({
      create: async (name, bytes, ownership) => {
        if (lstatSync(folder).isDirectory()) {
          renameSync(folder, path.join(home, 'moved'));
          symlinkSync(elsewhere, folder);
        }
        await real.create(name, bytes, ownership);
      },
    }));
    const result = await installerWith(swapping).install(target(), NEW);
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: 'link-in-the-way' });
    expect(readFileSync(path.join(elsewhere, FILE), 'utf8')).toBe('canary');
    expect(readdirSync(elsewhere)).toEqual([FILE]);
    expect(readFileSync(path.join(home, 'moved', FILE), 'utf8')).toBe(OLD);
  });
});

describe('files that change under the hands', () => {
  it('puts the old file back when other bytes arrive in its place', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    let isSwapped = false;
    const swapped = folderWith((real) => ({
      rename: async (from, to) => {
        if (!isSwapped) writeFileSync(path.join(folder, from), 'evil');
        isSwapped = true;
        await real.rename(from, to);
      },
    }));
    const result = await installerWith(swapped).install(target(), NEW);
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: 'verify-failed' });
    expect(live()).toBe(OLD);
    expect(readdirSync(folder)).toEqual([FILE]);
    expect(journal.open()).toEqual([]);
  });

  it('does not replace a file that somebody changed since it was read', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    const busy = folderWith((real) => ({
      create: async (name, bytes, ownership) => {
        await real.create(name, bytes, ownership);
        writeFileSync(path.join(folder, FILE), 'FEATURE by hand 1.0 permanent 9\n');
      },
    }));
    expect(await installerWith(busy).install(target(), NEW)).toMatchObject({ reason: 'file-in-use' });
    expect(live()).toBe('FEATURE by hand 1.0 permanent 9\n');
  });
});

describe('errors of the system', () => {
  const REASONS = {
    EACCES: 'access-denied',
    EROFS: 'read-only',
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EBUSY: 'file-in-use',
    ETXTBSY: 'file-in-use',
    ELOOP: 'link-in-the-way',
    EIO: 'share-unreachable',
    ESTALE: 'share-unreachable',
    EXDEV: 'verify-failed',
  };

  for (const [code, reason] of Object.entries(REASONS)) {
    it(`gives ${reason} for ${code} while the new file is written`, async () => {
      writeFileSync(path.join(folder, FILE), OLD);
      const failing = folderWith(() => ({ create: () => Promise.reject(systemError(code)) }));
      expect(await installerWith(failing).install(target(), NEW)).toMatchObject({
        outcome: 'failed',
        reason,
      });
      expect(live()).toBe(OLD);
      expect(readdirSync(folder)).toEqual([FILE]);
      expect(journal.open()).toEqual([]);
    });
  }

  it('is patient with a file that is in use for a moment', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    let tries = 0;
    const busy = folderWith((real) => ({
      rename: async (from, to) => {
        tries += 1;
        if (tries <= 2) throw systemError('EBUSY');
        await real.rename(from, to);
      },
    }));
    expect(await installerWith(busy).install(target(), NEW)).toMatchObject({ outcome: 'installed' });
    expect(tries).toBe(3);
  });

  it('takes a rename that worked although it failed for what it is', async () => {
    writeFileSync(path.join(folder, FILE), OLD);
    const lying = folderWith((real) => ({
      rename: async (from, to) => {
        await real.rename(from, to);
        throw systemError('EIO');
      },
    }));
    expect(await installerWith(lying).install(target(), NEW)).toMatchObject({ outcome: 'installed' });
    expect(journal.open()).toEqual([]);
  });

  it('takes the wrong file away again when there was none before', async () => {
    const swapped = folderWith((real) => ({
      rename: async (from, to) => {
        writeFileSync(path.join(folder, from), 'evil');
        await real.rename(from, to);
      },
    }));
    expect(await installerWith(swapped).install(target(), NEW)).toMatchObject({ outcome: 'rolled-back' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
