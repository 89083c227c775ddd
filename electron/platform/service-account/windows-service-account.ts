import { hostname } from 'node:os';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { THIS_COMPUTER, type AccountWish } from '@shared/domain/status/service-account';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import { ACCOUNT_EXIT, accountScript } from './account-script';
import type { ServiceAccount } from './service-account';

const ANSWER_MS = 10 * 60_000;

/** The characters that Windows allows in an account name: no control character and none of these. */
const NAME = /^[^"/\\[\]:;|=,+*?<>\p{Cc}]{1,104}$/u;
const DOMAIN = /^[^"/\\[\]:;|=,+*?<>\p{Cc}\s]{1,64}$/u;

/** As the service manager writes the accounts that Windows made for services; they belong to no domain. */
const BUILT_IN: Readonly<Record<string, string>> = {
  localsystem: 'SYSTEM',
  system: 'SYSTEM',
  localservice: 'LocalService',
  networkservice: 'NetworkService',
};

const accountOf = ({ domain, userName }: AccountWish): string => {
  const where = domain === '' ? THIS_COMPUTER : domain;
  if (!NAME.test(userName) || !DOMAIN.test(where)) throw new AppError('account-unknown');
  const builtIn = BUILT_IN[userName.trim().toLowerCase().replace(' ', '')];
  if (builtIn !== undefined && where === THIS_COMPUTER) return `NT AUTHORITY\\${builtIn}`;
  return userName.includes('@') ? userName : `${where}\\${userName}`;
};

const CODES: Readonly<Record<number, ErrorCode>> = {
  [ACCOUNT_EXIT.unknown]: 'account-unknown',
  [ACCOUNT_EXIT.putBack]: 'account-change-failed',
  [ACCOUNT_EXIT.passwordWrong]: 'account-password-wrong',
  [ACCOUNT_EXIT.noServiceLogon]: 'account-no-service-logon',
  [ACCOUNT_EXIT.notRestored]: 'account-not-restored',
  [ACCOUNT_EXIT.refused]: 'elevation-refused',
};

/** The service manager takes account and password, through CIM; they reach it by standard input and a pipe. */
export const createWindowsServiceAccount = (
  environment: NodeJS.ProcessEnv,
  run: RunProgram = runProgram,
): ServiceAccount => ({
  choice: () => {
    const computer = hostname().slice(0, 253);
    const domain = (environment['USERDOMAIN'] ?? '').slice(0, 64);
    const isMember = domain !== '' && domain.toLowerCase() !== computer.toLowerCase();
    return { canChange: true, needsPassword: true, computer, domains: isMember ? [domain] : [] };
  },
  change: async (wish) => {
    const account = accountOf(wish);
    const { executable } = windowsCall('powershell', []);
    const script = Buffer.from(accountScript(executable), 'utf16le').toString('base64');
    const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', script];
    const { code } = await run({
      ...windowsCall('powershell', words),
      input: JSON.stringify({ account, password: wish.password }),
      deadline: ANSWER_MS,
    });
    if (code !== 0) throw new AppError(CODES[code ?? -1] ?? 'service-control-failed');
  },
});
