import { describe, expect, it, vi } from 'vitest';
import type { ElevationResult } from '../elevation';
import type { ProgramCall, ProgramResult } from '../programs';
import { createWindowsHost } from '../windows-host';
import { createLinuxServiceAccount } from './linux-service-account';
import { createWindowsServiceAccount } from './windows-service-account';

const CANARY = 'Canary-Pa55 "word"';
const wish = { domain: '.', userName: 'print', password: CANARY };

const linux = (
  { entry = 'print:x:1001:1001::/home/print:/bin/bash\n', code = 0 } = {},
  result?: ElevationResult,
) => {
  const run = vi.fn(() => Promise.resolve({ code, text: entry, errors: '' }));
  const elevation = { run: vi.fn(() => Promise.resolve(result ?? { outcome: 'done' as const })) };
  return { run, elevation, account: createLinuxServiceAccount({ run, elevation }) };
};

describe('the account of the service on Linux', () => {
  it('is looked up, then changed by the helper, without a password', async () => {
    const { run, elevation, account } = linux();
    await account.change(wish);
    expect(elevation.run).toHaveBeenCalledExactlyOnceWith({ kind: 'set-account', account: 'print' });
    expect(JSON.stringify([run.mock.calls, elevation.run.mock.calls])).not.toContain('Canary');
  });

  it('may be one of a domain', async () => {
    const { elevation, account } = linux();
    await account.change({ ...wish, domain: 'PRINT' });
    expect(elevation.run).toHaveBeenCalledExactlyOnceWith({ kind: 'set-account', account: 'PRINT\\print' });
  });

  it.each([
    ['is unknown', { code: 2, entry: '' }, 'account-unknown'],
    ['is the administrator', { entry: 'root:x:0:0:root:/root:/bin/bash\n' }, 'account-administrator'],
  ])('that %s is refused before anybody is asked', async (_, found, code) => {
    const { elevation, account } = linux(found);
    await expect(account.change(wish)).rejects.toMatchObject({ code });
    expect(elevation.run).not.toHaveBeenCalled();
  });

  it.each(['--version', '-x', 'a b', 'a;b', '../a', '', 'a\nb', 'a:b'])(
    'is not called %j',
    async (userName) => {
      const { run, account } = linux();
      await expect(account.change({ ...wish, userName })).rejects.toMatchObject({ code: 'account-unknown' });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it.each([
    [{ outcome: 'refused' }, 'elevation-refused'],
    [{ outcome: 'unavailable' }, 'elevation-refused'],
    [{ outcome: 'failed', code: 65 }, 'account-unknown'],
    [{ outcome: 'failed', code: 66 }, 'account-change-failed'],
    [{ outcome: 'failed', code: 1 }, 'service-control-failed'],
  ] as const)('with %j ends with %s', async (result, code) => {
    await expect(linux({}, result).account.change(wish)).rejects.toMatchObject({ code });
  });
});

describe('the account of the service on Windows', () => {
  const windows = (code: number | null = 0) => {
    const run = vi.fn<(call: ProgramCall) => Promise<ProgramResult>>(() =>
      Promise.resolve({ code, text: '{"outcome":"done"}', errors: '' }),
    );
    const host = createWindowsHost(run, 'C:\\Program Files\\remote-service\\remote-service-host.exe');
    return { run, account: createWindowsServiceAccount({ USERDOMAIN: 'PRINT' }, host) };
  };

  it('reaches the helper with its password through standard input alone', async () => {
    const { run, account } = windows();
    await account.change(wish, ['C:\\Licences', '\\\\nas\\licences', 'C:\\two\nlines']);
    const [call] = run.mock.lastCall ?? [];
    if (call === undefined) throw new Error('nothing was called');
    const { input, ...seen } = call;
    expect(input).toBe(`.\\print\n${CANARY}\nC:\\Licences\n\\\\nas\\licences\n`);
    expect(JSON.stringify(seen)).not.toMatch(/Canary|print\b/);
    expect(call.args).toEqual(['set-account', '--ask']);
  });

  it('is of this computer, of its domain, of Windows itself, or whole', async () => {
    const { run, account } = windows();
    const given = async (domain: string, userName: string) => {
      await account.change({ domain, userName, password: '' });
      return run.mock.lastCall?.[0].input?.split('\n')[0];
    };
    expect(await given('PRINT', 'svc print')).toBe('PRINT\\svc print');
    expect(await given('PRINT', 'svc$')).toBe('PRINT\\svc$');
    expect(await given('.', 'Network Service')).toBe('.\\Network Service');
    expect(await given('', 'localsystem')).toBe('.\\localsystem');
    expect(await given('NT SERVICE', 'PrintORSService')).toBe('NT SERVICE\\PrintORSService');
    expect(await given('.', 'print@example.com')).toBe('print@example.com');
    expect(account.choice()).toMatchObject({ needsPassword: true, domains: ['PRINT'] });
  });

  it.each(['a\\b', 'a"b', 'a;b', 'a\nb', 'a|b', ''])('is not called %j', async (userName) => {
    const { run, account } = windows();
    await expect(account.change({ ...wish, userName })).rejects.toMatchObject({ code: 'account-unknown' });
    expect(run).not.toHaveBeenCalled();
  });

  it('has no password of two lines', async () => {
    const { run, account } = windows();
    const change = account.change({ ...wish, password: 'a\nb' });
    await expect(change).rejects.toMatchObject({ code: 'account-password-wrong' });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    [65, 'account-unknown'],
    [66, 'account-change-failed'],
    [67, 'account-password-wrong'],
    [69, 'account-no-service-logon'],
    [70, 'account-not-restored'],
    [71, 'account-folder-closed'],
    [72, 'account-not-usable'],
    [73, 'account-not-usable'],
    [74, 'service-not-installed'],
    [76, 'elevation-refused'],
    [77, 'elevation-refused'],
    [68, 'service-control-failed'],
    [null, 'service-control-failed'],
  ])('with exit code %s ends with %s', async (exit, code) => {
    await expect(windows(exit).account.change(wish)).rejects.toMatchObject({ code });
  });
});
