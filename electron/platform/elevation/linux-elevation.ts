import { AppError } from '@shared/errors/app-error';
import { linuxCall, runProgram, type RunProgram } from '../programs';
import type { ElevatedAction, Elevation, ElevationResult } from './elevation';

/** Installed by the packages, root's own; they do nothing but the verbs of `ElevatedAction`, each asked about in its own words. */
const SERVICE_HELPER = '/usr/lib/remote-service/service-helper';
const SOFTWARE_HELPER = '/usr/lib/remote-service/software-helper';

/** A person needs time to find the password; the helper waits ten minutes for another package manager. */
const ANSWER_MS = 5 * 60_000;
const INSTALL_MS = ANSWER_MS + 15 * 60_000;

/** pkexec(1): the dialog was closed; there was no authorisation, for want of an agent for one. */
const DISMISSED = 126;
const NOT_AUTHORISED = 127;

/** Local and directory accounts: `name`, `name@domain`, `DOMAIN\name`; never an option, never a path. */
const LINUX_ACCOUNT = /^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\)?[A-Za-z_][A-Za-z0-9._@-]{0,127}$/;

const UPDATE_FILE = /^[0-9a-f]{64}\.(?:deb|rpm)$/;

const wordsOf = (action: ElevatedAction): string[] => {
  if (action.kind === 'install-update') {
    if (!UPDATE_FILE.test(action.fileName)) throw new AppError('bad-input', { at: 'fileName' });
    return [action.kind, action.fileName];
  }
  if (action.kind !== 'set-account') return [action.kind];
  if (!LINUX_ACCOUNT.test(action.account)) throw new AppError('bad-input', { at: 'account' });
  return [action.kind, action.account];
};

const resultOf = (code: number | null): ElevationResult => {
  if (code === 0) return { outcome: 'done' };
  if (code === DISMISSED) return { outcome: 'refused' };
  if (code === NOT_AUTHORISED || code === null) return { outcome: 'unavailable' };
  return { outcome: 'failed', code };
};

/** polkit: `pkexec` asks for an administrator and runs the packages' own helper. */
export const createLinuxElevation = (run: RunProgram = runProgram): Elevation => ({
  run: async (action) => {
    const helper = action.kind === 'install-update' ? SOFTWARE_HELPER : SERVICE_HELPER;
    const call = linuxCall('pkexec', [helper, ...wordsOf(action)]);
    const deadline = action.kind === 'install-update' ? INSTALL_MS : ANSWER_MS;
    const { code } = await run({ ...call, deadline });
    return resultOf(code);
  },
});
