import { readFileSync } from 'node:fs';
import { AppError } from '@shared/errors/app-error';
import { createLinuxServiceAccount } from './linux-service-account';

/** Started by the spec under a real systemd: changes the account as the real adapter does, and prints how it went. */
const [userName = '', domain = '.', passwordFile = '/dev/null'] = process.argv.slice(2);
const password = readFileSync(passwordFile, 'utf8');
const outcome = await createLinuxServiceAccount()
  .change({ domain, userName, password })
  .then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
process.stdout.write(outcome, () => process.exit());
