import {
  chmodSync,
  chownSync,
  existsSync,
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
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFolder } from './held-folder';
import { replaceOwnFile, UnsafePlace } from './replace-own-file';

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

let base: string;
let folder: string;
let file: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'own-file-'));
  folder = path.join(base, 'settings');
  mkdirSync(folder, { mode: 0o700 });
  file = path.join(folder, 'settings.json');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

it('replaces the file whole, for those who are named, and removes what a killed process left', async () => {
  for (const left of ['settings.json.tmp-123', '.settings.json.0a1b.tmp', 'other.tmp-1'])
    writeFileSync(path.join(folder, left), '');
  await replaceOwnFile(file, 'old');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  await replaceOwnFile(file, 'new', { readers: 'group' });
  expect((statSync(file).mode & 0o777).toString(8)).toBe('640');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['other.tmp-1', 'settings.json']);
});

it('writes through no link at the file, and takes none away', async () => {
  const canary = path.join(base, 'canary');
  writeFileSync(canary, 'untouched');
  for (const target of [canary, path.join(base, 'not-there')]) {
    symlinkSync(target, file);
    await expect(replaceOwnFile(file, 'new')).rejects.toThrow(UnsafePlace);
    rmSync(file);
  }
  expect(readFileSync(canary, 'utf8')).toBe('untouched');
  expect(existsSync(path.join(base, 'not-there'))).toBe(false);
});

it('writes into no folder that its path reaches over a link, or that others may change', async () => {
  const link = path.join(base, 'link');
  symlinkSync(folder, link);
  await expect(replaceOwnFile(path.join(link, 'settings.json'), 'new')).rejects.toThrow(UnsafePlace);
  chmodSync(folder, 0o770);
  await expect(replaceOwnFile(file, 'new')).rejects.toMatchObject({ file: folder });
  expect(readdirSync(folder)).toEqual([]);
});

it('touches nothing of another account, unless it is to take it over', async () => {
  writeFileSync(file, 'theirs');
  // Only root can give a file away; anybody else meets one of root's, which is trusted.
  if (isRoot) chownSync(file, NOBODY, NOBODY);
  const expected = isRoot ? 'theirs' : 'new';
  await replaceOwnFile(file, 'new').catch((error: unknown) => expect(error).toBeInstanceOf(UnsafePlace));
  expect(readFileSync(file, 'utf8')).toBe(expected);
  await replaceOwnFile(file, 'taken', { isTakenOver: true });
  expect(readFileSync(file, 'utf8')).toBe('taken');
  expect(statSync(file).uid).toBe(process.geteuid?.());
});

it('stays in the folder it has opened, wherever the path leads by then', async () => {
  const held = await holdFolder(folder);
  renameSync(folder, path.join(base, 'moved'));
  mkdirSync(path.join(base, 'elsewhere'));
  symlinkSync(path.join(base, 'elsewhere'), folder);
  writeFileSync(held.at('a'), '');
  await held.close();
  expect(readdirSync(path.join(base, 'elsewhere'))).toEqual([]);
  expect(readdirSync(path.join(base, 'moved'))).toEqual(['a']);
});
