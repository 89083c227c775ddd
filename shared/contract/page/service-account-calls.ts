import { z } from 'zod';
import { AccountChoice, AccountWish } from '@shared/domain/status/service-account';
import { call } from '@shared/contract/define';

/** The account that the installed service runs as. */
export const serviceAccountCalls = {
  choice: call({ access: 'read', input: z.void(), output: AccountChoice, fails: [] }),
  /** The system asks for an administrator on the way; the page has said so before. Everything stays as it was otherwise. */
  change: call({
    access: 'admin',
    input: AccountWish,
    output: z.void(),
    fails: [
      'account-unknown',
      'account-administrator',
      'account-password-wrong',
      'account-no-service-logon',
      'account-not-usable',
      'account-folder-closed',
      'account-change-failed',
      'account-not-restored',
      'elevation-refused',
      'service-control-failed',
      'service-not-installed',
    ],
  }),
} as const;
