import { AppError } from '@shared/errors/app-error';
import type { AccountChoice, AccountWish } from '@shared/domain/status/service-account';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { ServiceAccount } from '@electron/platform/service-account';

/** An embedded service runs as whoever started the program: there is nothing to choose. */
export const embeddedServiceAccount: ServiceAccount = {
  choice: (): AccountChoice => ({ canChange: false, needsPassword: false, computer: '', domains: [] }),
  change: () => Promise.reject(new AppError('service-not-installed')),
};

/**
 * A change is written down by the service that runs under the new account; `folders` are those that it has to be able to
 * write into.
 */
export const createAuditedServiceAccount = (
  account: ServiceAccount,
  reach: (isWaiting: boolean) => Promise<ServiceClient | null>,
  folders: () => readonly string[],
): ServiceAccount => ({
  choice: () => account.choice(),
  change: async (wish: AccountWish) => {
    // One that was stopped stays so, and nobody can write the change down.
    const isRunning = (await reach(false)) !== null;
    await account.change(wish, folders());
    if (!isRunning) return;
    const client = await reach(true);
    await client?.lifetime.note({ action: 'change-account' });
  },
});
