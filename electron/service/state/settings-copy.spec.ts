import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Settings } from '@shared/domain/settings/settings';
import { SettingsCopy } from './settings-copy';

const GOOD = { keptAside: null, revision: 'r' };
const NOW = '2026-11-30T12:00:00.000Z';
let home: string;
let file: string;
const write = (settings: object) => writeFileSync(file, JSON.stringify(Settings.parse(settings)));
const open = () => new SettingsCopy(file, path.join(home, 'state'));

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'settings-copy-'));
  mkdirSync(path.join(home, 'state'));
  file = path.join(home, 'settings.json');
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

it('names the settings that differ from those before, also after a start', async () => {
  write({});
  expect(await open().follow(GOOD, NOW)).toEqual({ notice: null, changed: [] });
  write({ language: 'it', proxy: { mode: 'manual', url: 'proxy:3128' } });
  expect((await open().follow(GOOD, NOW)).changed).toEqual(['proxy.mode', 'proxy.url', 'language']);
  expect((await open().follow(GOOD, NOW)).changed).toEqual([]);
});

it('compares nothing with a copy that cannot be read', async () => {
  write({});
  writeFileSync(path.join(home, 'state', 'settings-copy.json'), '{');
  expect(await open().follow(GOOD, NOW)).toEqual({ notice: null, changed: [] });
});

it('says that the file is gone only where there was one', async () => {
  expect(await open().follow(GOOD, NOW)).toEqual({ notice: null, changed: [] });
  write({});
  await open().follow(GOOD, NOW);
  rmSync(file);
  expect(await open().follow(GOOD, NOW)).toMatchObject({ notice: { code: 'settings-gone' }, changed: [] });
});
