import { userInfo } from 'node:os';
import type { Accounts } from './accounts';

export const linuxAccounts: Accounts = {
  current: () => {
    try {
      return userInfo().username.slice(0, 256);
    } catch {
      // A process may run under a number that no account has, in a container for one.
      return String(process.getuid?.() ?? '');
    }
  },
};
