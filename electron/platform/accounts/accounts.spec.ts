import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createAccounts } from './index';
import { windowsAccounts } from './windows-accounts';

describe('Accounts', () => {
  it('names the account of this process', () => {
    const expected = execFileSync('/usr/bin/id', ['-un'], { encoding: 'utf8' }).trim();
    expect(createAccounts('linux').current()).toBe(expected);
  });

  it('names another account by its number, or gives the number', async () => {
    const accounts = createAccounts('linux');
    expect(await accounts.nameOf(process.geteuid?.() ?? 0)).toBe(accounts.current());
    expect(await accounts.nameOf(0)).toBe('root');
    expect(await accounts.nameOf(4_000_000)).toBe('4000000');
  });

  it('puts the domain in front on Windows', () => {
    expect(windowsAccounts({ USERDOMAIN: 'PRINT' }).current()).toBe(`PRINT\\${userInfo().username}`);
    expect(windowsAccounts({}).current()).toBe(userInfo().username);
  });
});
