import type { Accounts } from './accounts';
import { linuxAccounts } from './linux-accounts';
import { windowsAccounts } from './windows-accounts';

export type { Accounts } from './accounts';

export const createAccounts = (platform: NodeJS.Platform = process.platform): Accounts =>
  platform === 'win32' ? windowsAccounts(process.env) : linuxAccounts;
