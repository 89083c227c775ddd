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

  it('puts the domain in front on Windows', () => {
    expect(windowsAccounts({ USERDOMAIN: 'PRINT' }).current()).toBe(`PRINT\\${userInfo().username}`);
    expect(windowsAccounts({}).current()).toBe(userInfo().username);
  });
});
