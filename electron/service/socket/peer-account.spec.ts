import { expect, it, vi } from 'vitest';
import { createPeerNames } from './peer-account';

const accounts = () => ({
  current: () => 'me',
  nameOf: vi.fn((user: number) => Promise.resolve(`user ${user}`)),
});

it('names the account that was shown, asking the system once', async () => {
  const system = accounts();
  const nameOf = createPeerNames(system, { showsAccounts: true, mode: 'installed' });
  expect(await nameOf(1000)).toBe('user 1000');
  expect(await nameOf(1000)).toBe('user 1000');
  expect(system.nameOf).toHaveBeenCalledOnce();
});

it('is nobody where an account could have been shown, and what was proved where none can be', async () => {
  const of = (showsAccounts: boolean, mode: 'embedded' | 'installed') =>
    createPeerNames(accounts(), { showsAccounts, mode })(null);
  expect(await of(true, 'installed')).toBeNull();
  expect(await of(true, 'embedded')).toBeNull();
  expect(await of(false, 'embedded')).toBe('me');
  expect(await of(false, 'installed')).toBe('remote-service-operators');
});
