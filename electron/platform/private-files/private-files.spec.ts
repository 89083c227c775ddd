import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileLocked, cutFile, readSmallFile, replaceFile, saveCopy, withFileLock } from './index';
import { renameOver } from './replace-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('replaceFile', () => {
  it('replaces the file, readable as asked, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'a.json');
    await replaceFile(file, 'old', 'group');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('640');
    await replaceFile(file, 'new');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('replaces a link instead of writing through it', async () => {
    writeFileSync(path.join(folder, 'canary'), 'untouched');
    symlinkSync(path.join(folder, 'canary'), path.join(folder, 'a.json'));
    await replaceFile(path.join(folder, 'a.json'), 'new');
    expect(readFileSync(path.join(folder, 'canary'), 'utf8')).toBe('untouched');
  });

  it('never takes the place of a pipe, a device or what a process has open', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    symlinkSync('/proc/self/fd/1', path.join(folder, 'stdout'));
    for (const name of ['pipe', 'stdout']) {
      const before = lstatSync(path.join(folder, name)).ino;
      await expect(replaceFile(path.join(folder, name), 'new')).rejects.toThrow();
      const copy = saveCopy(path.join(folder, name), new Uint8Array(), { isOver: true });
      await expect(copy).rejects.toMatchObject({ code: 'file-not-saved' });
      expect(lstatSync(path.join(folder, name)).ino).toBe(before);
    }
    expect(readdirSync(folder).sort()).toEqual(['pipe', 'stdout']);
  });

  it('leaves nothing behind when it fails', async () => {
    mkdirSync(path.join(folder, 'taken', 'inside'), { recursive: true });
    await expect(replaceFile(path.join(folder, 'taken'), 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('renameOver', () => {
  const inUse = Object.assign(new Error('in use'), { code: 'EPERM' });

  it('waits on Windows for those who read the old file', async () => {
    const move = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(inUse);
    await renameOver('a', 'b', { platform: 'win32', move });
    expect(move).toHaveBeenCalledTimes(2);
  });

  it('passes on what does not end, and on other systems everything', async () => {
    const move = vi.fn(() => Promise.reject(inUse));
    await expect(renameOver('a', 'b', { platform: 'win32', move })).rejects.toThrow('in use');
    expect(move.mock.calls.length).toBeGreaterThan(2);
    move.mockClear();
    await expect(renameOver('a', 'b', { platform: 'linux', move })).rejects.toThrow('in use');
    expect(move).toHaveBeenCalledTimes(1);
  });
});

describe('cutFile', () => {
  it('takes away the end and follows no link', async () => {
    const file = path.join(folder, 'a');
    writeFileSync(file, 'whole\nhal');
    symlinkSync(file, path.join(folder, 'link'));
    await expect(cutFile(path.join(folder, 'link'), 1)).rejects.toMatchObject({ code: 'ELOOP' });
    await cutFile(file, 6);
    expect(readFileSync(file, 'utf8')).toBe('whole\n');
  });
});

describe('readSmallFile', () => {
  it('reads up to the cap and tells apart what it cannot take', async () => {
    const file = path.join(folder, 'a');
    writeFileSync(file, 'four');
    symlinkSync(file, path.join(folder, 'link'));
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    expect(await readSmallFile(file, 4)).toEqual({ found: true, bytes: new Uint8Array(Buffer.from('four')) });
    expect(await readSmallFile(file, 3)).toEqual({ found: false, reason: 'too-large' });
    expect(await readSmallFile(path.join(folder, 'none'), 4)).toEqual({ found: false, reason: 'missing' });
    expect(await readSmallFile(path.join(folder, 'link'), 4)).toEqual({ found: false, reason: 'link' });
    expect(await readSmallFile(path.join(folder, 'link'), 4, { links: 'follow' })).toMatchObject({
      found: true,
    });
    expect(await readSmallFile(path.join(folder, 'pipe'), 4)).toEqual({ found: false, reason: 'not-a-file' });
    expect(await readSmallFile(folder, 4)).toEqual({ found: false, reason: 'not-a-file' });
    expect(await readSmallFile('/dev/zero', 4)).toEqual({ found: false, reason: 'not-a-file' });
  });
});

describe('withFileLock', () => {
  it('lets one in at a time and passes a failure on', async () => {
    const lock = path.join(folder, 'lock');
    let inside = 0;
    const one = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise(setImmediate);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withFileLock(lock, one)));
    await expect(withFileLock(lock, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over the lock of a process that was killed', async () => {
    const lock = path.join(folder, 'lock');
    mkdirSync(lock);
    utimesSync(lock, 1, 1);
    expect(await withFileLock(lock, () => Promise.resolve('in'))).toBe('in');
  });

  it('moves aside, whole, what stands in its place and is no lock', async () => {
    const lock = path.join(folder, 'lock');
    const put: (() => void)[] = [
      () => writeFileSync(lock, 'a file'),
      () => execFileSync('mkfifo', [lock]),
      () => symlinkSync(path.join(folder, 'elsewhere'), lock),
      () => {
        mkdirSync(path.join(lock, 'inside'), { recursive: true });
        utimesSync(lock, 1, 1);
      },
    ];
    for (const damage of put) {
      damage();
      expect(await withFileLock(lock, () => Promise.resolve('in'))).toBe('in');
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('lock.broken-'))).toHaveLength(4);
  });

  it('gives up after 5 s while another holds it', { timeout: 20_000 }, async () => {
    const lock = path.join(folder, 'lock');
    let release: () => void = () => undefined;
    const holding = withFileLock(lock, () => new Promise<void>((resolve) => (release = resolve)));
    await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['lock']));
    await expect(withFileLock(lock, () => Promise.resolve())).rejects.toThrow(FileLocked);
    release();
    await holding;
  });
});
