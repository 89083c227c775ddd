import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '@shared/domain/settings/settings';
import { createFakePolicySource, type FakePolicySource } from '@electron/platform/policy';
import type { SettingsReading } from '@electron/settings/settings-file';
import * as watching from '@electron/settings/watch-settings';
import { SettingsSource } from './settings-source';

let base: string;
let home: string;
let readings: SettingsReading[];
let source: SettingsSource;
let policy: FakePolicySource;

const write = (language: 'en-GB' | 'it') =>
  writeFileSync(path.join(home, 'settings.json'), JSON.stringify({ ...defaultSettings(), language }), {
    mode: 0o600,
  });
const languages = () => readings.map(({ settings }) => settings.language);

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'settings-source-'));
  home = path.join(base, 'data');
  mkdirSync(home, { mode: 0o700 });
  readings = [];
  policy = createFakePolicySource();
  source = new SettingsSource({
    folder: home,
    settingsFile: path.join(home, 'settings.json'),
    onReading: (reading) => Promise.resolve(void readings.push(reading)),
    onFailure: () => undefined,
    policy,
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await source.stop();
  rmSync(base, { recursive: true, force: true });
});

it('hears of a change, and has no timer', async () => {
  write('en-GB');
  await source.start();
  write('it');
  await vi.waitFor(() => expect(languages()).toEqual(['en-GB', 'it']));
});

it('finds by a look what a lost watch has not told, and watches anew', async () => {
  write('en-GB');
  const watch = vi.spyOn(watching, 'watchSettings');
  watch.mockReturnValueOnce({ isLive: () => false, stop: () => undefined });
  await source.start();
  write('it');
  await source.checkNow();
  await vi.waitFor(() => expect(languages()).toEqual(['en-GB', 'it']));
  expect(watch).toHaveBeenCalledTimes(2);
  await source.checkNow();
  expect(watch).toHaveBeenCalledTimes(2);
  write('en-GB');
  await vi.waitFor(() => expect(languages()).toEqual(['en-GB', 'it', 'en-GB']));
});

it('follows a data folder that was moved away and put back', async () => {
  write('en-GB');
  await source.start();
  renameSync(home, `${home}-aside`);
  mkdirSync(home, { mode: 0o700 });
  write('it');
  await vi.waitFor(async () => {
    await source.checkNow();
    expect(languages().at(-1)).toBe('it');
  });
  expect(existsSync(`${home}-aside`)).toBe(true);
});

it('puts a policy in force while it runs, and the operator’s values again when it goes', async () => {
  await source.start();
  expect(source.current().remoteService.enabled).toBe(false);
  const locked = new TextEncoder().encode('{"locked":{"remoteService.enabled":true}}');
  policy.set({ found: true, place: '/p', bytes: locked });
  await vi.waitFor(() => expect(source.current().remoteService.enabled).toBe(true), { timeout: 10_000 });
  policy.set({ found: true, place: '/p', distrust: 'writable-by-others' });
  await vi.waitFor(() => expect(readings).toHaveLength(3), { timeout: 10_000 });
  expect(readings[2]).toMatchObject({
    settings: { remoteService: { enabled: false } },
    policy: { problem: { code: 'policy-untrusted' } },
  });
  policy.set({ found: false });
  await vi.waitFor(() => expect(readings).toHaveLength(4), { timeout: 10_000 });
  expect(readings[3]?.policy).toBeNull();
});
