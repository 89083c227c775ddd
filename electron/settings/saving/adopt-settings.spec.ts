import {
  chownSync,
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
import { adoptSettings } from './adopt-settings';

const NOBODY = 65_534;
const own = process.geteuid?.() ?? -1;

let folder: string;
let settings: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'adopt-'));
  settings = path.join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes the file of an operator its own, byte for byte, and nothing where there is none', async () => {
  await adoptSettings({ settings });
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(settings, '{"language":"it"}', { mode: 0o640 });
  if (own === 0) chownSync(settings, NOBODY, NOBODY);
  await adoptSettings({ settings });
  expect(statSync(settings).uid).toBe(own);
  expect(readFileSync(settings, 'utf8')).toBe('{"language":"it"}');
});

it('leaves a link where it is, and what it leads to', async () => {
  const target = path.join(folder, 'target');
  writeFileSync(target, 'untouched');
  symlinkSync(target, settings);
  await adoptSettings({ settings });
  expect(readFileSync(target, 'utf8')).toBe('untouched');
  expect(readdirSync(folder).sort()).toEqual(['settings.json', 'target']);
});
