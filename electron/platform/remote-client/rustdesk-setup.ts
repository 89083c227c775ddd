import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AppError } from '@shared/errors/app-error';
import { cleanEnvironment } from '@electron/platform/programs';

const run = promisify(execFile);
const ANSWER_LIMIT_MS = 5000;
const LONGEST_FILE = 65_536;

/** Asks the installed program one thing of itself; null where it does not say. */
export const askRustDesk = async (file: string, args: readonly string[]): Promise<string | null> => {
  const answer = await run(file, args, {
    timeout: ANSWER_LIMIT_MS,
    windowsHide: true,
    env: { ...cleanEnvironment(process.env), LC_ALL: 'C' },
  }).catch(() => null);
  const line = answer?.stdout.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' || line.length > 64 ? null : line;
};

/** The approve mode in the text of `RustDesk2.toml`; null where it does not say. */
export const approveModeIn = (text: string): string | null => {
  const [, options = ''] = /^\[options\][ \t]*\r?\n((?:(?!\[).*\r?\n?)*)/m.exec(text) ?? [];
  return /^approve-mode[ \t]*=[ \t]*(['"])([a-z-]*)\1[ \t]*\r?$/m.exec(options)?.[2] ?? null;
};

const MODES = ['click', 'password', 'password-click'];

/** RustDesk tells its options to administrators only; to anybody else it says so, and the account's own file counts. */
const approveModeOf = async (file: string, configuration: string): Promise<string | null> => {
  const told = await askRustDesk(file, ['--option', 'approve-mode']);
  if (told !== null && MODES.includes(told)) return told;
  const text = await readFile(configuration, 'utf8').catch(() => '');
  return text.length > LONGEST_FILE ? null : approveModeIn(text);
};

/**
 * Makes sure that RustDesk has an id that the technician connects to, and lets nobody in without a click of its own beside
 * ours. `configuration` = the account's `RustDesk2.toml`. Throws `client-not-set-up`.
 */
export const requireRustDeskSetUp = async (file: string, configuration: string): Promise<void> => {
  const [id, mode] = await Promise.all([askRustDesk(file, ['--get-id']), approveModeOf(file, configuration)]);
  const hasId = id !== null && /^[A-Za-z0-9_-]{6,32}$/.test(id);
  if (!hasId || mode !== 'click') throw new AppError('client-not-set-up');
};
