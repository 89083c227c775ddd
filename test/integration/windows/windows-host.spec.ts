import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import catalogue from '@shared/domain/activity/logged-events.json';
import { createWineHost, type WineHost } from '../../support/windows/wine-host';

const SERVICE_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\PrintORSService';
const POLICIES = 'HKLM\\Software\\Policies\\Remote Service';

let host: WineHost;
const program = () => `${host.folder}\\remote-service.exe`;
const inDrive = (...names: string[]) => path.join(host.wine.drive, ...names);
const data = (...names: string[]) => inDrive('ProgramData/Remote Service', ...names);
const beside = (name: string) => path.join(host.place, name);
const register = (key: string, value: string, type: string, text: string) =>
  host.wine.run('reg.exe', 'add', key, '/v', value, '/t', type, '/d', text, '/f');

beforeAll(async () => {
  host = await createWineHost();
}, 600_000);
afterAll(() => host.remove(), 60_000);

describe('the helper as it is called', { timeout: 120_000 }, () => {
  it.each([
    [[]],
    [['format']],
    [['status', 'more']],
    [['control']],
    [['control', 'format']],
    [['control', 'start', '--yes']],
    [['install']],
    [['install', 'C:\\no such file.exe']],
    [['process', 'end', '1']],
    [['find-client', 'other']],
    [['set-account', '--input', 'other-pipe']],
    [['verify-and-run', 'C:\\windows\\notepad.exe', 'abc']],
    [['secret', 'show']],
  ])('refuses %j and does nothing', async (words) => {
    expect(await host.host(words)).toMatchObject({ code: 64, answer: { outcome: 'usage' } });
  });

  it('says that there is no service before there is one', async () => {
    expect(await host.host(['status'])).toMatchObject({ code: 74, answer: { outcome: 'not-installed' } });
    expect(await host.host(['control', 'start'])).toMatchObject({ code: 74 });
    expect(await host.host(['remove'])).toMatchObject({ code: 0, answer: { wasThere: false } });
  });
});

describe('the service', { timeout: 120_000 }, () => {
  it('is registered under its own account, and starts with the first resume', async () => {
    const installed = await host.host(['install', program()]);
    expect(installed).toMatchObject({ code: 0, answer: { outcome: 'done', isNew: true } });
    expect((await host.host(['status'])).answer).toMatchObject({
      state: 1,
      account: 'NT SERVICE\\PrintORSService',
      startType: 2,
      mayControl: true,
    });
    for (const name of ['settings', 'policy', 'run/service-only', 'state/updates/files'])
      expect(existsSync(data(name)), name).toBe(true);
    expect(await host.host(['control', 'resume'])).toMatchObject({ code: 0, answer: { state: 4 } });
    expect(existsSync(data('service-running'))).toBe(true);
  });

  it('says since when it runs', async () => {
    const { answer } = await host.host(['status']);
    expect(answer).toMatchObject({ state: 4, processId: expect.any(Number) as number });
    expect(Date.parse(String(answer['since']))).toBeGreaterThan(Date.now() - 600_000);
  });

  it('takes what is so already for done, and restarts', async () => {
    expect(await host.host(['control', 'start'])).toMatchObject({ code: 0, answer: { state: 4 } });
    const before = (await host.host(['status'])).answer['processId'];
    expect(await host.host(['control', 'restart'])).toMatchObject({ code: 0, answer: { state: 4 } });
    expect((await host.host(['status'])).answer['processId']).not.toBe(before);
    expect(await host.host(['control', 'stop'])).toMatchObject({ code: 0, answer: { state: 1 } });
    // Its program was told to end, not killed.
    expect(existsSync(data('service-running'))).toBe(false);
    expect(await host.host(['control', 'stop'])).toMatchObject({ code: 0 });
  });

  it('keeps the registered service and its state over an update', async () => {
    await register(SERVICE_KEY, 'Kept', 'REG_SZ', 'yes');
    // Stopped by an administrator: the update is not to start it.
    await host.host(['control', 'suspend']);
    expect(await host.host(['install', program()])).toMatchObject({ code: 0, answer: { isNew: false } });
    expect(await host.host(['control', 'resume'])).toMatchObject({ code: 0 });
    expect((await host.host(['status'])).answer['state']).toBe(1);
    await host.host(['control', 'start']);
    await host.host(['control', 'suspend']);
    expect((await host.host(['status'])).answer['state']).toBe(1);
    await host.host(['install', program()]);
    await host.host(['control', 'resume']);
    expect((await host.host(['status'])).answer).toMatchObject({ state: 4 });
    expect((await host.wine.run('reg.exe', 'query', SERVICE_KEY)).text).toMatch(/Kept\s+REG_SZ\s+yes/);
  });

  it('ends with the number that its program ended with, as one that failed', async () => {
    await host.host(['control', 'stop']);
    writeFileSync(beside('refuse'), '42');
    expect(await host.host(['control', 'start'])).toMatchObject({
      code: 78,
      answer: { outcome: 'not-started', win32ExitCode: 1066, serviceExitCode: 42 },
    });
    rmSync(beside('refuse'));
  });

  it('is gone when it is removed, and its data is not', async () => {
    await host.host(['control', 'start']);
    writeFileSync(data('settings', 'settings.json'), '{}');
    expect(await host.host(['remove'])).toMatchObject({ code: 0, answer: { wasThere: true } });
    expect(await host.host(['status'])).toMatchObject({ code: 74 });
    expect(existsSync(data('settings', 'settings.json'))).toBe(true);
  });
});

describe('the message table', { timeout: 120_000 }, () => {
  const SEVERITIES = { information: 1, warning: 2, error: 3 };

  it.each([
    ['English', 0x409, 'en'],
    ['German', 0x407, 'de'],
    ['Italian', 0x410, 'it'],
  ] as const)('explains every event in %s, with what belongs to it', async (_, language, words) => {
    const program = inDrive('message-text.exe');
    const source = path.join(import.meta.dirname, '../../support/windows/message-text.c');
    execFileSync('x86_64-w64-mingw32-gcc', ['-municode', '-O1', '-o', program, source]);
    const events = Object.values(catalogue);
    const numbers = events.map(({ id, level }) =>
      String(SEVERITIES[level as keyof typeof SEVERITIES] * 0x4000_0000 + id),
    );
    const asked = [
      `${host.folder}\\remote-service-host.exe`,
      String(language),
      'reason: Prüfung',
      ...numbers,
    ];
    const { text } = await host.wine.run('C:\\message-text.exe', ...asked);
    expect(text.split('\f').map((message) => message.trim().split('\r\n'))).toEqual(
      events.map(({ [words]: texts }) => [texts.meaning, 'reason: Prüfung', texts.next]),
    );
  });

  it('is registered with the service and taken away with it', async () => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Remote Service';
    await host.host(['install', program()]);
    const registered = (await host.wine.run('reg.exe', 'query', key)).text;
    expect(registered).toContain(`EventMessageFile    REG_SZ    ${host.folder}\\remote-service-host.exe`);
    expect(registered).toMatch(/TypesSupported\s+REG_DWORD\s+0x7/);
    await host.host(['remove']);
    expect((await host.wine.run('reg.exe', 'query', key)).text).not.toContain('EventMessageFile');
  });
});

describe('the search path of the computer', { timeout: 120_000 }, () => {
  const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
  const searchPath = async () =>
    /Path\s+(REG_\w+)\s+(.*)/i
      .exec((await host.wine.run('reg.exe', 'query', KEY, '/v', 'Path')).text)
      ?.slice(1);

  it.each([
    ['REG_EXPAND_SZ', '%SystemRoot%\\system32;C:\\Other'],
    ['REG_SZ', 'C:\\windows;C:\\Program Files\\remote-service\\binaries;'],
  ])('has the program for consoles while the service is installed, in a %s', async (type, before) => {
    await register(KEY, 'Path', type, before);
    const whole = `${before}${before.endsWith(';') ? '' : ';'}${host.folder}\\bin`;
    await host.host(['install', program()]);
    expect(await searchPath()).toEqual([type, whole]);
    // An update finds it there.
    await host.host(['install', program()]);
    expect(await searchPath()).toEqual([type, whole]);
    await host.host(['remove']);
    expect(await searchPath()).toEqual([type, before.replace(/;$/, '')]);
  });

  it('keeps what an administrator has put behind it', async () => {
    await register(KEY, 'Path', 'REG_SZ', `C:\\windows;${host.folder.toUpperCase()}\\BIN;D:\\Tools`);
    await host.host(['install', program()]);
    await host.host(['remove']);
    expect(await searchPath()).toEqual(['REG_SZ', 'C:\\windows;D:\\Tools']);
  });
});

describe('a policy', { timeout: 120_000 }, () => {
  it('is read from the registry in every type that group policies write', async () => {
    await register(POLICIES, 'LockedBy', 'REG_SZ', 'Zoë Ñandú, 日本');
    await register(`${POLICIES}\\Locked`, 'proxy.mode', 'REG_SZ', 'none');
    await register(`${POLICIES}\\Locked`, 'updates.download', 'REG_DWORD', '1');
    await register(`${POLICIES}\\Locked`, 'certificates', 'REG_MULTI_SZ', 'one\\0two');
    await register(`${POLICIES}\\Defaults`, 'proxy.url', 'REG_EXPAND_SZ', '%SystemDrive%/proxy.pac');
    await register(`${POLICIES}\\Defaults`, 'odd', 'REG_BINARY', '00ff');
    expect((await host.host(['policy'])).answer['registry']).toEqual({
      path: 'HKLM\\Software\\Policies\\Remote Service',
      values: [{ name: 'LockedBy', text: 'Zoë Ñandú, 日本' }],
      locked: expect.arrayContaining([
        { name: 'proxy.mode', text: 'none' },
        { name: 'updates.download', number: 1 },
        { name: 'certificates', texts: ['one', 'two'] },
      ]) as unknown,
      defaults: expect.arrayContaining([
        { name: 'proxy.url', text: 'C:/proxy.pac' },
        { name: 'odd', otherType: 3 },
      ]) as unknown,
    });
  });

  /** Owner and list of the file, of its folder and of the home, in the order in which they are looked at. */
  const judged = async (file: string, folder = OURS, home = OURS) => {
    mkdirSync(data('policy'), { recursive: true });
    writeFileSync(data('policy', 'policy.json'), '{"version":1}');
    const script = [file, folder, home].map((list) => `GetSecurityInfo sddl:${list}`);
    return (await host.scripted(script, ['policy'])).answer['file'];
  };
  const OURS = 'O:BAD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)';

  it('is read from a file that administrators alone write', async () => {
    const bytes = Buffer.from('{"version":1}').toString('base64');
    expect(await judged(OURS)).toMatchObject({ isThere: true, distrust: null, bytes });
    // What CREATOR OWNER is handed down to children only does not count for the thing itself.
    expect(await judged(OURS, 'O:SYD:(A;OICIIO;GA;;;CO)(A;;FA;;;BA)')).toMatchObject({ distrust: null });
    // The service may write into the home, which the policy's folder lies in.
    expect(await judged(OURS, OURS, 'O:BAD:(A;;0x1301bf;;;S-1-5-80-1-2-3-4-5)')).toMatchObject({
      distrust: null,
    });
  });

  it.each([
    ['O:S-1-5-21-1-2-3-1001D:(A;;FA;;;BA)', 'wrong-owner'],
    ['O:BUD:(A;;FA;;;BA)', 'wrong-owner'],
    ['O:BAD:(A;;FA;;;BA)(A;;FA;;;WD)', 'writable-by-others'],
    ['O:BAD:(A;;0x1301bf;;;AU)', 'writable-by-others'],
    ['O:BAD:(A;;FW;;;S-1-5-21-1-2-3-1001)', 'writable-by-others'],
    // Users may create files in the folder.
    ['O:SYD:PAI(A;OICI;FA;;;SY)(A;CI;DCLCRPCR;;;BU)', 'writable-by-others'],
    ['O:BA', 'writable-by-others'],
  ])('with %s is not believed', async (list, distrust) => {
    expect(await judged(list)).toMatchObject({ distrust });
    expect(await judged(OURS, list)).toMatchObject({ distrust });
  });

  it('is not believed where what somebody may do depends on a condition', async () => {
    const script = ['GetSecurityInfo conditional:O:BAD:(A;;FR;;;WD)'];
    expect((await host.scripted(script, ['policy'])).answer['file']).toMatchObject({
      distrust: 'writable-by-others',
    });
  });

  it('is not believed in the home of a stranger, nor where nobody can tell', async () => {
    expect(await judged(OURS, OURS, 'O:S-1-5-21-1-2-3-1001D:(A;;FA;;;BA)')).toMatchObject({
      distrust: 'wrong-owner',
    });
    const script = ['GetSecurityInfo 5'];
    expect((await host.scripted(script, ['policy'])).answer['file']).toMatchObject({
      distrust: 'unreadable',
    });
  });

  it('is too large above 256 KiB', async () => {
    writeFileSync(data('policy', 'policy.json'), 'x'.repeat(256 * 1024 + 1));
    const script = Array.from({ length: 3 }, () => `GetSecurityInfo sddl:${OURS}`);
    expect((await host.scripted(script, ['policy'])).answer['file']).toMatchObject({ distrust: 'too-large' });
  });
});

describe('the notes of the installers', () => {
  it('are believed only in a folder that administrators alone write to', async () => {
    const judge = ['folders', 'judge', 'installer-notes'];
    const ours = ['GetSecurityInfo sddl:O:BAD:(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)'];
    expect(await host.scripted(ours, judge)).toMatchObject({ code: 0, answer: { distrust: null } });
    for (const list of ['O:BUD:(A;;FA;;;BA)', 'O:BAD:(A;;FA;;;BA)(A;;FW;;;BU)'])
      expect(await host.scripted([`GetSecurityInfo sddl:${list}`], judge)).toMatchObject({ code: 82 });
    expect(await host.host(['folders', 'judge', 'other'])).toMatchObject({ code: 64 });
  });
});

describe('a secret', () => {
  it('comes back whatever its bytes are, and is sealed to the machine', async () => {
    const secret = Buffer.from(`Geheim \0 "ß" ☂ ${'x'.repeat(3000)}`);
    const { answer } = await host.host(['secret', 'protect'], secret.toString('base64'));
    const sealed = String(answer['bytes']);
    expect(Buffer.from(sealed, 'base64').includes('Geheim')).toBe(false);
    expect(await host.host(['secret', 'reveal'], sealed)).toMatchObject({
      code: 0,
      answer: { bytes: secret.toString('base64') },
    });
    const { calls } = await host.scripted([], ['secret', 'protect'], secret.toString('base64'));
    // CRYPTPROTECT_LOCAL_MACHINE and CRYPTPROTECT_UI_FORBIDDEN (wincrypt.h).
    expect(calls).toEqual(['CryptProtectData 5']);
    expect(await host.host(['secret', 'protect'], '!')).toMatchObject({ code: 64 });
  });

  it('that was changed is told from one that cannot be opened now', async () => {
    const { code, answer } = await host.scripted(['CryptUnprotectData 13'], ['secret', 'reveal'], 'YmxvYg==');
    expect({ code, answer }).toMatchObject({ code: 80, answer: { outcome: 'changed', error: 13 } });
  });
});

describe('an installer', () => {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

  it('is started as an administrator when it is as it was signed', async () => {
    const { code, calls } = await host.scripted(
      ['ShellExecuteExW 0'],
      ['verify-and-run', program(), hash(beside('remote-service.exe'))],
    );
    expect({ code, calls }).toEqual({ code: 0, calls: ['ShellExecuteExW runas'] });
  });

  it.each([
    [1223, 77, 'refused'],
    [5, 76, 'access-denied'],
    [2, 78, 'not-started'],
  ])('that is not started with error %d ends with %d', async (error, code, outcome) => {
    const words = ['verify-and-run', program(), hash(beside('remote-service.exe'))];
    expect(await host.scripted([`ShellExecuteExW ${error}`], words)).toMatchObject({
      code,
      answer: { outcome },
    });
  });

  it('is not started when it was exchanged', async () => {
    const words = ['verify-and-run', program(), 'a'.repeat(64)];
    expect(await host.scripted([], words)).toMatchObject({ code: 80, calls: [] });
    const gone = ['verify-and-run', 'C:\\gone.exe', 'a'.repeat(64)];
    expect(await host.scripted([], gone)).toMatchObject({ code: 80, calls: [] });
  });
});

describe('a process', () => {
  it('is told by its file and its start, and ended only as that', async () => {
    await host.host(['install', program()]);
    await host.host(['control', 'start']);
    const id = readFileSync(data('service-running'), 'utf8');
    expect(await host.host(['process', 'identify', id, 'C:\\windows\\notepad.exe'])).toMatchObject({
      code: 81,
    });
    const { answer } = await host.host(['process', 'identify', id, program().toUpperCase()]);
    expect(answer['mark']).toMatch(/^\d{18}$/);
    expect(await host.host(['process', 'end', id, program(), '1'])).toMatchObject({ code: 81 });
    expect((await host.host(['status'])).answer['state']).toBe(4);
    expect(await host.host(['process', 'end', id, program(), String(answer['mark'])])).toMatchObject({
      code: 0,
    });
    expect(await host.host(['process', 'identify', id, program()])).toMatchObject({ code: 81 });
    await host.host(['remove']);
  });
});
