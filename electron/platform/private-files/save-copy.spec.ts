import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveCopy } from './save-copy';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'save-copy-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('SERVER a b\n');
const at = (name: string) => path.join(folder, name);

it('saves every byte, readable by the account that runs the licence server', async () => {
  await saveCopy(at('licence.lic'), bytes, { isOver: false });
  expect(readFileSync(at('licence.lic'))).toEqual(Buffer.from(bytes));
  expect(statSync(at('licence.lic')).mode & 0o777).toBe(0o644);
  expect(readdirSync(folder)).toEqual(['licence.lic']);
});

it('replaces another file only when that was agreed to', async () => {
  writeFileSync(at('licence.lic'), 'mine');
  await expect(saveCopy(at('licence.lic'), bytes, { isOver: false })).rejects.toMatchObject({
    code: 'file-exists',
    params: { file: 'licence.lic' },
  });
  expect(readFileSync(at('licence.lic'), 'utf8')).toBe('mine');
  await saveCopy(at('licence.lic'), bytes, { isOver: true });
  expect(readFileSync(at('licence.lic'))).toEqual(Buffer.from(bytes));
  expect(readdirSync(folder)).toEqual(['licence.lic']);
});

it('replaces a link and leaves alone what it leads to', async () => {
  writeFileSync(at('elsewhere'), 'mine');
  symlinkSync(at('elsewhere'), at('licence.lic'));
  await expect(saveCopy(at('licence.lic'), bytes, { isOver: false })).rejects.toMatchObject({
    code: 'file-exists',
  });
  await saveCopy(at('licence.lic'), bytes, { isOver: true });
  expect(readFileSync(at('elsewhere'), 'utf8')).toBe('mine');
});

it('says that it could not be saved, and leaves nothing behind', async () => {
  mkdirSync(at('licence.lic'));
  writeFileSync(path.join(at('licence.lic'), 'x'), '');
  await expect(saveCopy(at('licence.lic'), bytes, { isOver: true })).rejects.toMatchObject({
    code: 'file-not-saved',
  });
  await expect(saveCopy(at('missing/licence.lic'), bytes, { isOver: false })).rejects.toMatchObject({
    code: 'file-not-saved',
  });
  expect(readdirSync(folder)).toEqual(['licence.lic']);
});
