import type { AccountChoice, AccountWish } from '@shared/domain/status/service-account';

/** The account that the installed service runs as. */
export interface ServiceAccount {
  choice(): AccountChoice;
  /**
   * Checks the account, then has the service run as it, whole or not at all; the system asks for an administrator on the
   * way. `folders`: where the account must be able to write, absolute. Throws `AppError`: `account-unknown`,
   * `account-administrator`, `account-password-wrong`, `account-no-service-logon`, `account-not-usable` and
   * `account-folder-closed` before anything is changed; `elevation-refused`; `account-change-failed` when the service did not
   * start and is as it was before; `account-not-restored` when it cannot be, because only a person knows the earlier
   * account's password.
   */
  change(wish: AccountWish, folders?: readonly string[]): Promise<void>;
}
