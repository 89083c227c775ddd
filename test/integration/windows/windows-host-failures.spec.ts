import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOGGED_EVENTS } from '@shared/domain/activity/logged-events';
import { createWineHost, type WineHost } from '../../support/windows/wine-host';

const SERVICE = 'PrintORSService';
const TRIAL = 'PrintORSServiceTrial';
const PERSON = 'S-1-5-21-1-2-3-1001';
const KNOWN = `LookupAccountNameW sid:${PERSON}`;
const SECRET = 'Päßword-4242';

let host: WineHost;
const program = () => `${host.folder}\\remote-service.exe`;
const status = async () => (await host.host(['status'])).answer;
const change = (script: readonly string[], lines: readonly string[]) =>
  host.scripted(script, ['set-account'], lines.map((line) => `${line}\n`).join(''));

beforeAll(async () => {
  host = await createWineHost();
}, 600_000);
afterAll(() => host.remove(), 60_000);

describe('an installation of which a step fails', { timeout: 120_000 }, () => {
  const OPEN_NONE = 'OpenServiceW 1060';

  it.each([
    ['OpenSCManagerW 5', 76, 'access-denied', 'service-manager'],
    ['OpenServiceW 5', 76, 'access-denied', 'open-service'],
    ['NetLocalGroupAdd 5', 76, 'access-denied', 'operators-group'],
    ['CreateDirectoryW 5', 76, 'access-denied', 'home'],
    ['CreateDirectoryW 112', 68, 'failed', 'home'],
    ['SetSecurityInfo 5', 76, 'access-denied', 'home'],
    ['SetSecurityInfo 1307', 68, 'failed', 'home'],
    ['CreateServiceW 1073', 68, 'failed', 'create-service'],
    ['CreateServiceW 1057', 65, 'account-unknown', 'create-service'],
    ['ChangeServiceConfig2W 5', 76, 'access-denied', 'description'],
    ['SetServiceObjectSecurity 5', 76, 'access-denied', 'service-list'],
  ])('%s ends with %d, and no service is left', async (line, code, outcome, step) => {
    const script = line.startsWith('OpenS') ? [line] : [OPEN_NONE, line];
    const answered = await host.scripted(script, ['install', program()]);
    expect(answered).toMatchObject({ code, answer: { outcome, step } });
    expect(await host.host(['status'])).toMatchObject({ code: 74 });
  });

  it('does each step in its order, and nothing behind the one that failed but taking the service away', async () => {
    const { calls } = await host.scripted(['SetServiceObjectSecurity 5'], ['install', program()]);
    const steps = calls.map((call) => call.split(' ')[0]);
    const first = (name: string) => steps.indexOf(name);
    const order = [
      ...['OpenServiceW', 'NetLocalGroupAdd', 'CreateDirectoryW', 'SetSecurityInfo', 'CreateServiceW'],
      ...['ChangeServiceConfig2W', 'SetServiceObjectSecurity', 'DeleteService'],
    ];
    expect(order.map(first)).toEqual(order.map(first).sort((a, b) => a - b));
    expect(order.map(first)).not.toContain(-1);
    expect(calls.at(-1)).toBe(`DeleteService ${SERVICE}`);
    expect(calls).toContain(`CreateServiceW ${SERVICE} NT SERVICE\\${SERVICE} no-password`);
  });

  it('lets operators start and stop the service, where the machine has them as a group', async () => {
    const group = `LookupAccountNameW sid:S-1-5-32-545`;
    const many = Array.from({ length: 40 }, () => group);
    const { calls } = await host.scripted([...many, 'SetServiceObjectSecurity 5'], ['install', program()]);
    const list = calls.find((call) => call.startsWith('SetServiceObjectSecurity'));
    expect(list).toContain('(A;;CCLCSWRPWPLOCRRC;;;BU)');
    expect(list).not.toMatch(/;;;(WD|AU)\)/);
  });

  it('over another version leaves that one registered as it was', async () => {
    await host.host(['install', program()]);
    const before = await status();
    writeFileSync(path.join(host.place, 'other.exe'), 'MZ');
    const other = `${host.folder}\\other.exe`;
    const { code, calls } = await host.scripted(['SetServiceObjectSecurity 5'], ['install', other]);
    expect(code).toBe(76);
    expect(await status()).toEqual(before);
    expect(calls.filter((call) => call.startsWith('ChangeServiceConfigW'))).toHaveLength(2);
    expect(calls.some((call) => call.startsWith('DeleteService'))).toBe(false);
  });
});

describe('starting and stopping', () => {
  it.each([
    ['start', 'OpenServiceW 5', 76, 'access-denied'],
    ['start', 'StartServiceW 1058', 75, 'disabled'],
    ['start', 'StartServiceW 1069', 73, 'logon-failed'],
    ['start', 'StartServiceW 1053', 79, 'too-slow'],
    ['start', 'StartServiceW 2', 78, 'not-started'],
    ['stop', 'OpenServiceW 1060', 74, 'not-installed'],
  ])('%s with %s ends with %d', async (action, line, code, outcome) => {
    expect(await host.scripted([line], ['control', action])).toMatchObject({ code, answer: { outcome } });
  });
});

describe('the account of the service', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    await host.host(['install', program()]);
    expect(await host.host(['control', 'start'])).toMatchObject({ code: 0 });
  });

  const untouched = async (before: Record<string, unknown>) => {
    expect(await status()).toEqual(before);
    expect(before['state']).toBe(4);
  };

  it.each([
    ['an account that nobody knows', ['LookupAccountNameW 1332'], 65, 'account-unknown', 0],
    ['a group', ['LookupAccountNameW sid:S-1-5-32-545'], 65, 'account-unknown', 0],
    ['a right that cannot be given', [KNOWN, 'LsaAddAccountRights 5'], 76, 'access-denied', 0],
    ['a wrong password', [KNOWN, 'LogonUserW 1326'], 67, 'password-wrong', 1],
    ['a right that a policy takes away', [KNOWN, 'LogonUserW 1385'], 69, 'no-logon-right', 1],
    ['a locked account', [KNOWN, 'LogonUserW 1909'], 72, 'account-not-usable', 1],
    ['a disabled account', [KNOWN, 'LogonUserW 1331'], 72, 'account-not-usable', 1],
    ['an expired password', [KNOWN, 'LogonUserW 1330'], 72, 'account-not-usable', 1],
    ['a domain that does not answer', [KNOWN, 'LogonUserW 1311'], 73, 'logon-failed', 1],
    [
      'an account that the manager refuses',
      [KNOWN, 'LogonUserW 0', 'CreateServiceW 1057'],
      65,
      'account-unknown',
      1,
    ],
    ['a service that cannot log on', [KNOWN, 'LogonUserW 0', 'StartServiceW 1069'], 73, 'logon-failed', 1],
    ['a service that does not start', [KNOWN, 'LogonUserW 0', 'StartServiceW 5'], 76, 'access-denied', 1],
    [
      'a manager that refuses the change',
      [KNOWN, 'LogonUserW 0', 'ChangeServiceConfigW 1057'],
      65,
      'account-unknown',
      1,
    ],
  ])('stays with %s', async (_, script, code, outcome, taken) => {
    const before = await status();
    const { calls, ...answered } = await change(script, ['.\\print', SECRET]);
    expect(answered).toMatchObject({ code, answer: { outcome } });
    await untouched(before);
    // What was given for the trial is taken back, and the trial itself is gone.
    expect(calls.filter((call) => call === `LsaRemoveAccountRights ${PERSON}`)).toHaveLength(taken);
    const made = calls.filter((call) => call.startsWith(`CreateServiceW ${TRIAL}`)).length;
    const refused = script.some((line) => line.startsWith('CreateServiceW')) ? 1 : 0;
    expect(calls.filter((call) => call === `DeleteService ${TRIAL}`)).toHaveLength(made - refused);
    // One attempt at a password, and never the password itself in what is told.
    expect(calls.filter((call) => call.startsWith('LogonUserW')).length).toBeLessThan(2);
    expect(JSON.stringify({ calls, answered })).not.toContain(SECRET);
  });

  it('changes to a local account, named by the computer, after the trial', async () => {
    const { calls, ...answered } = await change([KNOWN, 'LogonUserW 0'], ['.\\print', SECRET]);
    expect(answered).toMatchObject({ code: 0, answer: { outcome: 'done' } });
    const account = (await status())['account'];
    expect(account).toMatch(/^[^.\\]+\\print$/);
    expect((await status())['state']).toBe(4);
    const name = String(account);
    const order = [
      `LookupAccountNameW ${name}`,
      `LsaAddAccountRights ${PERSON}`,
      // LOGON32_LOGON_SERVICE (winbase.h).
      `LogonUserW ${name.replace('\\', ' ')} 5 password`,
      `CreateServiceW ${TRIAL} ${name} password`,
      `StartServiceW ${TRIAL} 0`,
      `DeleteService ${TRIAL}`,
      `ChangeServiceConfigW ${SERVICE} ${name} password`,
      `ControlService ${SERVICE} 1`,
      `StartServiceW ${SERVICE} 0`,
    ];
    expect(calls.filter((call) => order.includes(call))).toEqual(order);
  });

  it('takes the right from the account that had it from here, and from no other', async () => {
    await change([KNOWN, 'LogonUserW 0'], ['.\\print', SECRET]);
    const other = 'S-1-5-21-1-2-3-1002';
    const held = [`LookupAccountNameW sid:${other}`, 'LsaEnumerateAccountRights held', 'LogonUserW 0'];
    const { calls } = await change(held, ['PRINT\\other', SECRET]);
    expect(calls).toContain(`LsaRemoveAccountRights ${PERSON}`);
    expect(calls.some((call) => call.startsWith('LsaAddAccountRights'))).toBe(false);
    const back = await change([], ['NT SERVICE\\PrintORSService', '']);
    expect(back.code).toBe(0);
    // An administrator gave that right.
    expect(back.calls.some((call) => call.startsWith('LsaRemoveAccountRights'))).toBe(false);
  });

  it('keeps the right when only the password is renewed', async () => {
    await change([KNOWN, 'LogonUserW 0'], ['.\\print', SECRET]);
    const again = [KNOWN, 'LsaEnumerateAccountRights held', 'LogonUserW 0'];
    const { code, calls } = await change(again, ['.\\print', `${SECRET}-new`]);
    expect(code).toBe(0);
    expect(calls.some((call) => call.startsWith('LsaRemoveAccountRights'))).toBe(false);
  });

  it.each([
    ['LocalSystem', 'LocalSystem', 'LocalSystem'],
    ['.\\SYSTEM', 'LocalSystem', 'LocalSystem'],
    ['NT AUTHORITY\\Local Service', 'NT AUTHORITY\\LocalService', 'NT AUTHORITY\\LocalService'],
    ['.\\networkservice', 'NT AUTHORITY\\NetworkService', 'NT AUTHORITY\\NetworkService'],
    ['nt service\\printorsservice', `NT SERVICE\\${SERVICE}`, `NT SERVICE\\${TRIAL}`],
  ])('can be %s, which has no password and needs no right', async (given, name, tried) => {
    const { code, calls } = await change([], [given, SECRET]);
    expect(code).toBe(0);
    expect((await status())['account']).toBe(name);
    expect(calls).toContain(`CreateServiceW ${TRIAL} ${tried} no-password`);
    expect(calls).toContain(`ChangeServiceConfigW ${SERVICE} ${name} empty-password`);
    expect(calls.some((call) => /^(Logon|LsaAdd)/.test(call))).toBe(false);
  });

  it.each([
    ['PRINT\\svc print', 'PRINT\\svc print', 'PRINT svc print 5 password'],
    ['print@example.com', 'print@example.com', '- print@example.com 5 password'],
  ])('can be %s', async (given, name, logon) => {
    const { code, calls } = await change([KNOWN, 'LogonUserW 0'], [given, SECRET]);
    expect(code).toBe(0);
    expect(calls).toContain(`LogonUserW ${logon}`);
    expect((await status())['account']).toBe(name);
  });

  it('can be one that the domain manages, whose password nobody knows', async () => {
    const { code, calls } = await change([KNOWN], ['PRINT\\svc$', '']);
    expect(code).toBe(0);
    expect(calls).toContain(`LsaAddAccountRights ${PERSON}`);
    expect(calls).toContain(`CreateServiceW ${TRIAL} PRINT\\svc$ no-password`);
    expect(calls.some((call) => call.startsWith('LogonUserW'))).toBe(false);
  });

  it('is none that belongs to another service', async () => {
    const before = await status();
    expect(await change([], ['NT SERVICE\\Spooler', ''])).toMatchObject({ code: 65 });
    await untouched(before);
  });

  it('must be able to write where the licences lie', async () => {
    const before = await status();
    const folders = [host.folder, 'C:\\gone'];
    const { code, answer, calls } = await change([KNOWN, 'LogonUserW 0'], ['.\\print', SECRET, ...folders]);
    expect({ code, answer }).toMatchObject({ code: 71, answer: { outcome: 'folder-closed', folder: 1 } });
    expect(calls).toContain(`StartServiceW ${TRIAL} 2`);
    await untouched(before);
  });

  it('stays stopped when it was', async () => {
    await host.host(['control', 'stop']);
    expect((await change([], ['LocalSystem', ''])).code).toBe(0);
    expect(await status()).toMatchObject({ account: 'LocalSystem', state: 1 });
  });

  it('is put back where the service does not run under the new one, and says where it cannot', async () => {
    await change([], ['LocalService', '']);
    const refused = [KNOWN, 'LogonUserW 0', 'StartServiceW -', 'StartServiceW 1069'];
    const { code } = await change(refused, ['.\\print', SECRET]);
    expect(code).toBe(66);
    expect(await status()).toMatchObject({ account: 'NT AUTHORITY\\LocalService', state: 4 });
    await change([KNOWN, 'LogonUserW 0'], ['.\\print', SECRET]);
    const lost = [
      'LookupAccountNameW sid:S-1-5-21-1-2-3-1002',
      'LogonUserW 0',
      'StartServiceW -',
      'StartServiceW 1069',
    ];
    expect((await change(lost, ['.\\other', SECRET])).code).toBe(70);
  });
});

describe('an administrator who is asked', () => {
  it('is asked for nothing where the rights are there', async () => {
    const { calls } = await host.scripted([], ['control', 'stop', '--ask']);
    expect(calls.some((call) => call.startsWith('ShellExecuteExW'))).toBe(false);
  });
});

describe('the accounts that are made operators', { timeout: 120_000 }, () => {
  const add = (script: readonly string[], input: string) => host.scripted(script, ['add-operators'], input);
  const MEMBERS = 'NetLocalGroupAddMembers remote-service-operators';

  it('are those of the lines and of the semicolons, local ones by the name of the computer', async () => {
    const script = [KNOWN, KNOWN, KNOWN, ...Array.from({ length: 3 }, () => 'NetLocalGroupAddMembers 0')];
    const { code, answer, calls } = await add(script, '.\\anna; PRINT\\Bediener\nzoë@print.example\n');
    expect({ code, answer }).toMatchObject({
      code: 0,
      answer: { outcome: 'done', names: ['.\\anna', 'PRINT\\Bediener', 'zoë@print.example'] },
    });
    expect(calls.filter((call) => call === MEMBERS)).toHaveLength(3);
    expect(calls[0]).toMatch(/^LookupAccountNameW [^.\\]+\\anna$/);
  });

  it.each([
    [1378, 0, 'done'],
    [5, 76, 'access-denied'],
    [1376, 68, 'failed'],
  ])('with error %d from Windows end it with %d', async (error, code, outcome) => {
    expect(await add([KNOWN, `NetLocalGroupAddMembers ${error}`], 'anna\n')).toMatchObject({
      code,
      answer: { outcome },
    });
  });

  it('are none where one is not known, and nothing is done without a name', async () => {
    const { code, calls } = await add(['LookupAccountNameW 1332'], 'nobody\n');
    expect(code).toBe(65);
    expect(calls).not.toContain(MEMBERS);
    expect(await add([], '')).toMatchObject({ code: 64 });
  });
});

describe('an event of the program', { timeout: 120_000 }, () => {
  /** EVENTLOG_ERROR_TYPE, _WARNING_TYPE and _INFORMATION_TYPE (winnt.h). */
  const TYPES = { error: 1, warning: 2, information: 4 };

  it('is written with its own number and level, each of the list', async () => {
    for (const [name, { id, level }] of Object.entries(LOGGED_EVENTS)) {
      const { code, calls } = await host.scripted(
        ['ReportEventW 0'],
        ['report-event', name],
        'reason: Prüfung\n',
      );
      expect({ name, code, calls }).toEqual({
        ...{ name, code: 0 },
        calls: [`ReportEventW ${TYPES[level]} ${id} reason: Prüfung`],
      });
    }
  });

  it.each([
    [5, 76],
    [1502, 68],
  ])('that Windows does not take (%d) ends with %d', async (error, code) => {
    expect(await host.scripted([`ReportEventW ${error}`], ['report-event', 'connected'])).toMatchObject({
      code,
    });
  });

  it('that is not in the list is none', async () => {
    expect(await host.scripted([], ['report-event', 'disconnected'])).toMatchObject({ code: 64, calls: [] });
    expect(await host.scripted([], ['report-event'])).toMatchObject({ code: 64, calls: [] });
    const long = await host.scripted([], ['report-event', 'connected'], 'x'.repeat(8193));
    expect(long).toMatchObject({ code: 64, calls: [] });
  });
});
