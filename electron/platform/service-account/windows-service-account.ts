import { hostname } from 'node:os';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { THIS_COMPUTER, type AccountWish } from '@shared/domain/status/service-account';
import { createWindowsHost, type HostFailure, type WindowsHost } from '../windows-host';
import type { ServiceAccount } from './service-account';

/** What Windows allows in the name of an account: no control character and none of these. */
const NAME = /^[^"/\\[\]:;|=,+*?<>\p{Cc}]{1,104}$/u;
/** A domain, or one of the two that Windows keeps its own accounts in. */
const DOMAIN = /^(?:[^"/\\[\]:;|=,+*?<>\p{Cc}\s]{1,64}|NT SERVICE|NT AUTHORITY)$/iu;
/** Each part of the wish is a line of the helper's input. */
const LINE_BREAK = /[\r\n\0]/;
/** As many folders as a page has licence servers. */
const FOLDERS_LIMIT = 100;

const accountOf = ({ domain, userName }: AccountWish): string => {
  const where = domain === '' ? THIS_COMPUTER : domain;
  if (!NAME.test(userName) || !DOMAIN.test(where)) throw new AppError('account-unknown');
  return userName.includes('@') ? userName : `${where}\\${userName}`;
};

const CODES: Partial<Record<HostFailure, ErrorCode>> = {
  'account-unknown': 'account-unknown',
  'password-wrong': 'account-password-wrong',
  'no-logon-right': 'account-no-service-logon',
  'account-not-usable': 'account-not-usable',
  'logon-failed': 'account-not-usable',
  'folder-closed': 'account-folder-closed',
  'trial-failed': 'account-change-failed',
  'not-restored': 'account-not-restored',
  'not-installed': 'service-not-installed',
  refused: 'elevation-refused',
  'access-denied': 'elevation-refused',
};

/**
 * The helper tries the account with a service of its own before it changes ours; name, password and folders reach it by
 * standard input, its elevated half through a pipe that only administrators may open.
 */
export const createWindowsServiceAccount = (
  environment: NodeJS.ProcessEnv,
  host: WindowsHost = createWindowsHost(),
): ServiceAccount => ({
  choice: () => {
    const computer = hostname().slice(0, 253);
    const domain = (environment['USERDOMAIN'] ?? '').slice(0, 64);
    const isMember = domain !== '' && domain.toLowerCase() !== computer.toLowerCase();
    return { canChange: true, needsPassword: true, computer, domains: isMember ? [domain] : [] };
  },
  change: async (wish, folders = []) => {
    const account = accountOf(wish);
    if (LINE_BREAK.test(wish.password)) throw new AppError('account-password-wrong');
    const needed = folders.filter((folder) => !LINE_BREAK.test(folder)).slice(0, FOLDERS_LIMIT);
    const input = [account, wish.password, ...needed].map((line) => `${line}\n`).join('');
    const { outcome } = await host.ask(['set-account'], z.unknown(), { input, mayAsk: true });
    if (outcome !== 'done') throw new AppError(CODES[outcome] ?? 'service-control-failed');
  },
});
