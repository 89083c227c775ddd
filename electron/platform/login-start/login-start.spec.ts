import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setLoginStart } from './index';

let config: string;
beforeEach(() => (config = mkdtempSync(path.join(tmpdir(), 'login-'))));
afterEach(() => rmSync(config, { recursive: true }));

const facts = { mode: 'embedded' as const, launch: { executable: '/opt/My $Program/run' } };
const items = { setLoginItemSettings: vi.fn(), getLoginItemSettings: vi.fn(() => ({ openAtLogin: false })) };
const entry = () => path.join(config, 'autostart/remote-service.desktop');
const set = (isOn: boolean, environment: Record<string, string> = {}) =>
  setLoginStart(isOn, facts, items, {
    platform: 'linux',
    environment: { XDG_CONFIG_HOME: config, ...environment },
  });

it('writes an entry that starts the program hidden, once, and takes it away', async () => {
  await set(true);
  expect(readFileSync(entry(), 'utf8')).toContain('Exec="/opt/My \\$Program/run" --hidden\n');
  const { ino } = statSync(entry());
  await set(true);
  expect(statSync(entry()).ino).toBe(ino);
  await set(false);
  expect(existsSync(entry())).toBe(false);
  await set(false);
});

it('names the AppImage itself and not the place where it is mounted', async () => {
  await set(true, { APPIMAGE: '/home/anna/Remote Service.AppImage' });
  expect(readFileSync(entry(), 'utf8')).toContain('Exec="/home/anna/Remote Service.AppImage" --hidden\n');
});

it('asks Windows for it, and only where it is not so already', async () => {
  const inWindows = { platform: 'win32' as const, environment: {} };
  await setLoginStart(false, facts, items, inWindows);
  expect(items.setLoginItemSettings).not.toHaveBeenCalled();
  await setLoginStart(true, facts, items, inWindows);
  expect(items.setLoginItemSettings).toHaveBeenCalledExactlyOnceWith({
    ...{ openAtLogin: true, path: facts.launch.executable, args: ['--hidden'] },
  });
});
