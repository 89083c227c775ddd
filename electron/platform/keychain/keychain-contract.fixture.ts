import assert from 'node:assert/strict';
import type { Keychain } from './keychain';

/** The behaviour of every keychain, the fake one included; throws where one differs. */
export const KEYCHAIN_CONTRACT: Record<string, (keychain: Keychain) => Promise<void>> = {
  'answers null for what was never set': async (keychain) => {
    assert.equal(await keychain.get('back-office-token'), null);
  },
  'gives back what was set, whatever characters it has': async (keychain) => {
    const value = `${'é"\\\n☂ '.repeat(40)}end`;
    await keychain.set('sealing-key', value);
    assert.equal(await keychain.get('sealing-key'), value);
  },
  'replaces a value': async (keychain) => {
    await keychain.set('back-office-token', 'first');
    await keychain.set('back-office-token', 'second');
    assert.equal(await keychain.get('back-office-token'), 'second');
  },
  'keeps names apart and forgets what is deleted, also twice': async (keychain) => {
    await keychain.set('sealing-key', 'stays');
    await keychain.delete('back-office-token');
    await keychain.delete('back-office-token');
    assert.equal(await keychain.get('back-office-token'), null);
    assert.equal(await keychain.get('sealing-key'), 'stays');
  },
};
