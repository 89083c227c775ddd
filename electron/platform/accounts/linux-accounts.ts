import { userInfo } from 'node:os';
import { linuxCall, runProgram } from '../programs';
import type { Accounts } from './accounts';

const DEADLINE_MS = 5000;

export const linuxAccounts: Accounts = {
  current: () => {
    try {
      return userInfo().username.slice(0, 256);
    } catch {
      // A process may run under a number that no account has, in a container for one.
      return String(process.getuid?.() ?? '');
    }
  },
  nameOf: async (user) => {
    if (user === process.geteuid?.()) return linuxAccounts.current();
    const { code, text } = await runProgram({
      ...linuxCall('getent', ['passwd', String(user)]),
      deadline: DEADLINE_MS,
    });
    const [name = ''] = code === 0 ? Buffer.from(text, 'latin1').toString('utf8').split(':') : [];
    return (name === '' ? String(user) : name).slice(0, 256);
  },
};
