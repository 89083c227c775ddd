import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../../back-office/back-office';
import { demoLicenceFile } from '../../back-office/desks/flexnet-file';
import { createWineProgram, type WineProgram } from '../../support/windows/wine-program';

const PATIENCE = { timeout: 120_000, interval: 500 };
const LICENCES = 'C:\\licences';
const MSI = 'C:\\remote-service.msi';
/** Windows' number for the end of a service that nobody asked for; recovery actions answer it. */
const ERROR_PROCESS_ABORTED = 1067;

interface Seen {
  service?: { state?: string; account?: string; mode?: string; keychain?: string };
  connection?: { state?: string; missing?: string[] };
  licence?: { users?: number } | null;
  licenceServers?: { path: string; state: string }[];
}

let office: BackOffice;
let program: WineProgram;

beforeAll(async () => {
  office = await startBackOffice();
  program = await createWineProgram(office);
  mkdirSync(program.inDrive('licences'));
  writeFileSync(program.inDrive('licences', 'prismadirect.lic'), demoLicenceFile());
}, 900_000);
afterAll(async () => {
  await program.remove();
  await office.close();
}, 180_000);

const licence = () => readFileSync(program.inDrive('licences', 'prismadirect.lic'), 'utf8');
const data = (...names: string[]) => program.inDrive('ProgramData/Remote Service', ...names);
const status = async () => (await program.cli(['status', '--json'])).json as Seen | undefined;
const becomes = (expected: object) =>
  vi.waitFor(async () => expect(await status()).toMatchObject(expected), PATIENCE);
const done = async (words: readonly string[], input?: string) => {
  const { code, text, errors } = await program.cli(words, input);
  expect({ words, code, said: code === 0 ? '' : text + errors }).toEqual({ words, code: 0, said: '' });
};
const connected = { connection: { state: 'connected' } };

describe('the whole program, installed in a Windows', { timeout: 600_000 }, () => {
  it('is not installed by an MSI that is given what the program refuses, and nothing of it is left', async () => {
    writeFileSync(program.inDrive('refused.json'), '{"version":1,"unknown":true}');
    const { code, log } = await program.msiexec('/i', MSI, 'SETTINGSFILE=C:\\refused.json');
    expect(code).not.toBe(0);
    expect(log).toContain('A setting that was given to the installer could not be saved');
    expect(existsSync(program.inDrive('Program Files/remote-service'))).toBe(false);
    expect((await program.wine.run('sc.exe', 'query', 'PrintORSService')).code).not.toBe(0);
  });

  it('is installed by the MSI as a service that counts as running when it listens', async () => {
    writeFileSync(program.inDrive('code.txt'), office.organisation.verificationCode);
    const given = [`ORGANISATIONID=${office.organisation.id}`, 'VERIFICATIONCODEFILE=C:\\code.txt'];
    const { code, log } = await program.msiexec('/i', MSI, ...given);
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' });
    expect(log).not.toContain(office.organisation.verificationCode);
    // No waiting: it listens already.
    expect(await status()).toMatchObject({ service: { state: 'running', mode: 'installed' } });
    expect((await program.host(['status'])).json).toMatchObject({ account: 'NT SERVICE\\PrintORSService' });
    expect(existsSync(data('run/service.pipe'))).toBe(true);
    expect(existsSync(data('run/sealing-key.json'))).toBe(true);
  });

  it('registers at the back office with what was given to the MSI, as soon as there is a licence server', async () => {
    await becomes({ connection: { state: 'not-configured', missing: ['licence-server'] } });
    const servers = [{ name: 'Main server', kind: 'local', path: LICENCES }];
    await done(['settings', 'set', 'licenceServers', JSON.stringify(servers)]);
    await becomes(connected);
  });

  it('writes to a console in its characters, and ends with the exit code of the command', async () => {
    const servers = [{ name: 'Köln, Halle „Süd“', kind: 'local', path: LICENCES }];
    await done(['settings', 'set', 'licenceServers', '-'], JSON.stringify(servers));
    const shown = await program.inConsole('status');
    expect(shown.text).toContain('Köln, Halle „Süd“');
    expect(shown.code).toBe(0);
    expect(await program.inConsole('licence', 'show', 'C:\\none.lic')).toMatchObject({ code: 1 });
  });

  it('installs a licence that was issued there', async () => {
    const before = licence();
    office.issueLicence({ kind: 'add-users', users: 5 });
    await vi.waitFor(() => expect(licence()).not.toBe(before), PATIENCE);
    await becomes({ licenceServers: [{ path: LICENCES, state: 'up-to-date' }] });
  });

  it('answers the commands of an administrator', async () => {
    await done(['check']);
    expect((await program.cli(['status'])).text).toContain('Druckhaus Service GmbH');
    const exported = await program.cli(['settings', 'export', 'C:\\settings.json']);
    expect(exported.code).toBe(0);
    expect(readFileSync(program.inDrive('settings.json'), 'utf8')).toContain(office.organisation.id);
    await done(['settings', 'set', 'notices.days', '[60,30,7]']);
    expect((await program.cli(['service', 'status', '--json'])).json).toMatchObject({
      state: 'running',
      account: 'NT SERVICE\\PrintORSService',
    });
    expect((await program.cli(['no-such-command'])).code).toBe(2);
    await done(['activity', 'verify']);
  });

  it('stops, is known to be stopped, starts and is connected again', async () => {
    await done(['service', 'stop']);
    expect(existsSync(data('run/service.pipe'))).toBe(false);
    expect((await program.cli(['status'])).code).toBe(20);
    await done(['service', 'start']);
    await becomes(connected);
    await done(['service', 'restart']);
    await becomes(connected);
  });

  it('is registered still under another account, and after it was killed', async () => {
    const registered = office.requests.filter(({ path }) => path.endsWith('/registrations')).length;
    const changed = await program.host(['set-account'], `LocalSystem\n\n${LICENCES}\n`);
    expect(changed).toMatchObject({ code: 0 });
    await becomes({ ...connected, service: { state: 'running' } });
    expect((await program.host(['status'])).json).toMatchObject({ account: 'LocalSystem', state: 4 });
    await program.killService();
    const failed = { state: 1, win32ExitCode: ERROR_PROCESS_ABORTED };
    await vi.waitFor(
      async () => expect((await program.host(['status'])).json).toMatchObject(failed),
      PATIENCE,
    );
    // What a service leaves that was killed is no service.
    expect((await program.cli(['status'])).code).toBe(20);
    await done(['service', 'start']);
    await becomes(connected);
    expect(office.requests.filter(({ path }) => path.endsWith('/registrations'))).toHaveLength(registered);
  });

  it('obeys a policy of the registry, and tells who set it', async () => {
    const key = 'HKLM\\Software\\Policies\\Remote Service';
    const add = (where: string, name: string, type: string, text: string) =>
      program.wine.run('reg.exe', 'add', where, '/v', name, '/t', type, '/d', text, '/f');
    await add(key, 'LockedBy', 'REG_SZ', 'Zoë, IT');
    await add(`${key}\\Locked`, 'updates.download', 'REG_DWORD', '0');
    const refused = await program.cli(['settings', 'set', 'updates.download', 'true']);
    expect(refused.code).not.toBe(0);
    expect(refused.errors + refused.text).toContain('Zoë, IT');
    await program.wine.run('reg.exe', 'delete', key, '/f');
    await done(['settings', 'set', 'updates.download', 'true']);
  });

  it('goes on where it was after an update', async () => {
    const before = licence();
    await program.host(['control', 'suspend']);
    copyFileSync(
      program.inDrive('Program Files/remote-service/remote-service.exe'),
      program.inDrive('Program Files/remote-service/newer.exe'),
    );
    expect(await program.host(['install', `${program.folder}\\newer.exe`])).toMatchObject({
      code: 0,
      json: { isNew: false },
    });
    expect(await program.host(['control', 'resume'])).toMatchObject({ code: 0 });
    await becomes({ ...connected, licenceServers: [{ state: 'up-to-date' }] });
    expect(licence()).toBe(before);
  });

  it('is gone when it is removed, and its data is not', async () => {
    rmSync(program.inDrive('Program Files/remote-service/newer.exe'));
    expect(await program.msiexec('/x', MSI)).toMatchObject({ code: 0 });
    expect(existsSync(data('settings/settings.json'))).toBe(true);
    expect(existsSync(program.inDrive('Program Files/remote-service/remote-service.exe'))).toBe(false);
    expect((await program.wine.run('sc.exe', 'query', 'PrintORSService')).code).not.toBe(0);
  });
});
