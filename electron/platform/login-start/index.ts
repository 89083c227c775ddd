import { mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { LoginItemSettingsOptions, Settings } from 'electron';
import { readSmallFile, replaceFile } from '../private-files';

/** The start with the session of the desktop shows no window: the tray is enough. */
export const HIDDEN_SWITCH = 'hidden';
const ENTRY_NAME = 'remote-service.desktop';
const INSTALLED_PROGRAM = '/usr/bin/remote-service';
const CAP_BYTES = 16 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/** How this program is started, and whether it is the installed one. */
interface Program {
  launch: { executable: string };
  mode: 'installed' | 'embedded';
}

interface LoginItems {
  setLoginItemSettings: (settings: Settings) => void;
  getLoginItemSettings: (options?: LoginItemSettingsOptions) => { openAtLogin: boolean };
}

/** Quoted as the Desktop Entry Specification wants it, section "The Exec key". */
const quoted = (word: string) => `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

const entryOf = (program: string) =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Remote Service',
    `Exec=${quoted(program)} --${HIDDEN_SWITCH}`,
    'Icon=remote-service',
    'NoDisplay=true',
    '',
  ].join('\n');

const programOf = ({ launch, mode }: Program, environment: Environment) => {
  // An AppImage runs from a place that is another one at each start.
  if (environment['APPIMAGE'] !== undefined) return environment['APPIMAGE'];
  return mode === 'installed' && existsSync(INSTALLED_PROGRAM) ? INSTALLED_PROGRAM : launch.executable;
};

const writeEntry = async (program: string, isOn: boolean, environment: Environment) => {
  const { XDG_CONFIG_HOME: configured = '' } = environment;
  const folder = path.join(configured === '' ? path.join(homedir(), '.config') : configured, 'autostart');
  const file = path.join(folder, ENTRY_NAME);
  if (!isOn) {
    await rm(file, { force: true });
    return;
  }
  const wanted = entryOf(program);
  const held = await readSmallFile(file, CAP_BYTES);
  if (held.found && Buffer.from(held.bytes).toString() === wanted) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(file, wanted);
};

/** Has the desktop start the app with the person's session, hidden in the tray, or no longer. Throws the system's error. */
export const setLoginStart = async (
  isOn: boolean,
  program: Program,
  items: LoginItems,
  { platform, environment }: { platform: NodeJS.Platform; environment: Environment } = {
    platform: process.platform,
    environment: process.env,
  },
): Promise<void> => {
  if (platform === 'linux') {
    await writeEntry(programOf(program, environment), isOn, environment);
    return;
  }
  const item = { path: program.launch.executable, args: [`--${HIDDEN_SWITCH}`] };
  if (items.getLoginItemSettings(item).openAtLogin !== isOn)
    items.setLoginItemSettings({ ...item, openAtLogin: isOn });
};
