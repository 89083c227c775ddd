import { userInfo } from 'node:os';
import type { Accounts } from './accounts';

/** `environment` gives the domain of the logon session, which Node has no call for; it is shown only. */
export const windowsAccounts = (environment: NodeJS.ProcessEnv): Accounts => ({
  current: () => {
    const name = userInfo().username;
    const domain = environment['USERDOMAIN'] ?? '';
    return (domain === '' ? name : `${domain}\\${name}`).slice(0, 256);
  },
  // Windows numbers nobody.
  nameOf: (user) => Promise.resolve(String(user)),
});
