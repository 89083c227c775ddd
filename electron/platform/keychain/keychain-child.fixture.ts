import { AppError } from '@shared/errors/app-error';
import { createDataFolders } from '@electron/platform/folders';
import { KEYCHAIN_CONTRACT } from './keychain-contract.fixture';
import { openKeychain } from './open-keychain';
import { createOsKeychain } from './os-keychain';

/** Started by the spec inside a D-Bus session of its own: does one thing in one data folder and prints it as JSON. */
const [action = '', home = ''] = process.argv.slice(2);
const place = {
  home,
  mode: 'embedded' as const,
  state: createDataFolders().pathsOf({ mode: 'embedded', home }).state,
};

const run = async (): Promise<unknown> => {
  const keychain = await openKeychain(place, createOsKeychain(home, 2000));
  if (action === 'contract') {
    for (const check of Object.values(KEYCHAIN_CONTRACT)) await check(keychain);
    return { kind: keychain.kind };
  }
  if (action === 'set') await keychain.set('sealing-key', 'kept');
  return { kind: keychain.kind, value: await keychain.get('sealing-key') };
};

const answer = await run().catch((error: unknown) => ({
  code: error instanceof AppError ? error.code : String(error),
}));
process.stdout.write(JSON.stringify(answer), () => process.exit());
