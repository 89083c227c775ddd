import { createLinuxServiceAccount } from './linux-service-account';
import type { ServiceAccount } from './service-account';
import { createWindowsServiceAccount } from './windows-service-account';

export type { ServiceAccount } from './service-account';

/** The account of the installed service. */
export const createServiceAccount = (platform: NodeJS.Platform = process.platform): ServiceAccount =>
  platform === 'win32' ? createWindowsServiceAccount(process.env) : createLinuxServiceAccount();
