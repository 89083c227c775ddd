import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createInstallerWorkshop, type InstallerWorkshop } from '../support/windows/installer-workshop';
import { createWine, type Wine } from '../support/windows/wine';

const SERVICE = 'PrintORSService';
const PROGRAM_FOLDER = 'C:\\Program Files\\remote-service';
const PROGRAM = `${PROGRAM_FOLDER}\\remote-service.exe`;
const UNINSTALLER = 'Uninstall remote-service.exe';
const SERVICE_KEY = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${SERVICE}`;
const UNINSTALL_ENTRIES = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const PATIENCE = { timeout: 180_000, interval: 100 };

let workshop: InstallerWorkshop;
let wine: Wine;
let installed: string;
let data: string;
const installers = new Map<string, string>();

const install = (version: string, ...switches: string[]) =>
  wine.run(installers.get(version) ?? '', '/S', ...switches);
const uninstall = (...switches: string[]) =>
  wine.run(path.join(installed, UNINSTALLER), '/allusers', '/S', ...switches);
const installedVersion = () => readFileSync(path.join(installed, 'version'), 'utf8');
const answerWith = (code: number) => writeFileSync(path.join(installed, 'answer'), String(code));
const stateOf = async () =>
  /STATE\s*: \d+\s+(\w+)/.exec((await wine.run('sc.exe', 'query', SERVICE)).text)?.[1];
const isServing = () => existsSync(path.join(data, 'service-running'));
const inRegistry = async (key: string) => (await wine.run('reg.exe', 'query', key, '/s')).text;
const filesNamed = (folder: string, name: RegExp) =>
  readdirSync(inDrive(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.basename(file))
    .filter((file) => name.test(file));
const inDrive = (...names: string[]) => path.join(wine.drive, ...names);

beforeAll(async () => {
  workshop = createInstallerWorkshop();
  wine = await createWine();
  installed = inDrive('Program Files/remote-service');
  data = inDrive('ProgramData/Remote Service');
  // None of them is any part of the installation.
  for (const name of ['WindowsPowerShell', 'findstr.exe', 'icacls.exe', 'taskkill.exe'])
    rmSync(inDrive('windows/system32', name), { recursive: true, force: true });
  // Windows does not shut down between two calls.
  wine.keepRunning('cmd.exe', '/c', 'pause');
  for (const version of ['1.0.0', '1.1.0', '1.2.0'])
    installers.set(version, await workshop.build(version, path.dirname(wine.drive)));
}, 900_000);
afterAll(async () => {
  await wine.remove();
  workshop.remove();
}, 180_000);

describe('the Windows installer', { timeout: 400_000 }, () => {
  it('does nothing beside an MSI', async () => {
    const key = 'HKLM\\Software\\remote-service';
    await wine.run('reg.exe', 'add', key, '/v', 'ProductCode', '/d', '{code}', '/f');
    expect(await install('1.0.0')).toMatchObject({ code: 4 });
    expect(existsSync(installed)).toBe(false);
    await wine.run('reg.exe', 'delete', key, '/f');
  });

  it('registers and starts the service silently, and asks nothing the first time', async () => {
    expect(await install('1.0.0')).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('RUNNING');
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
    const text = await inRegistry(SERVICE_KEY);
    expect(text).toMatch(/DisplayName\s+REG_SZ\s+Print ORS Service/);
    expect(text).toMatch(/Start\s+REG_DWORD\s+0x2/);
    expect(text).toContain(`ObjectName    REG_SZ    NT SERVICE\\${SERVICE}`);
    expect(text).toContain(`"${PROGRAM}" --service --installed --lifeline`);
  });

  it('leaves nothing half installed where a step fails, and ends with the code of that step', async () => {
    await uninstall();
    await vi.waitFor(() => expect(existsSync(installed)).toBe(false), PATIENCE);
    // A file where the installer's own notes are to lie.
    rmSync(`${data} Installer`, { recursive: true });
    writeFileSync(`${data} Installer`, '');
    expect(await install('1.0.0')).toMatchObject({ code: 82 });
    expect(existsSync(path.join(installed, 'remote-service.exe'))).toBe(false);
    expect(await stateOf()).toBeUndefined();
    expect(await inRegistry(UNINSTALL_ENTRIES)).not.toContain('Remote Service');
    rmSync(`${data} Installer`);
    expect(await install('1.0.0')).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('RUNNING');
  });

  it('brings what belongs there, and nothing of an updater that the program does not have', async () => {
    expect(readdirSync(installed).sort()).toEqual(
      [UNINSTALLER, 'bin', 'remote-service-host.exe', 'remote-service.exe', 'resources', 'version'].sort(),
    );
    expect(readdirSync(path.join(installed, 'resources'))).toEqual(['app.asar']);
    expect(readdirSync(path.join(installed, 'bin'))).toEqual(['remote-service.exe']);
    expect(filesNamed('users', /remote-service/)).toEqual([]);
    expect(filesNamed('ProgramData/Microsoft/Windows/Start Menu', /\.lnk$/)).toEqual(['Remote Service.lnk']);
    const entry = await inRegistry(UNINSTALL_ENTRIES);
    expect(entry).toMatch(/DisplayName\s+REG_SZ\s+Remote Service/);
    expect(entry).toMatch(/DisplayVersion\s+REG_SZ\s+1\.0\.0/);
    expect(entry).toContain(`"C:\\Program Files\\remote-service\\${UNINSTALLER}" /allusers /S`);
  });

  it.each([10, 12])('leaves the old version where the answer is %d', async (code) => {
    answerWith(code);
    expect(await install('1.1.0')).toMatchObject({ code });
    expect(installedVersion()).toBe('1.0.0');
    expect(await stateOf()).toBe('RUNNING');
  });

  it('updates where the maintenance covers it, and where there is only a doubt', async () => {
    // Removing and registering the service again would lose this, and the account that was chosen for it.
    await wine.run('reg.exe', 'add', SERVICE_KEY, '/v', 'Kept', '/d', 'yes', '/f');
    answerWith(0);
    expect(await install('1.1.0')).toMatchObject({ code: 0 });
    expect(installedVersion()).toBe('1.1.0');
    expect(await inRegistry(SERVICE_KEY)).toMatch(/Kept\s+REG_SZ\s+yes/);
    expect(await inRegistry(UNINSTALL_ENTRIES)).toMatch(/DisplayVersion\s+REG_SZ\s+1\.1\.0/);
    for (const doubt of [11, 13]) {
      answerWith(doubt);
      expect(await install('1.2.0')).toMatchObject({ code: 0 });
      expect(installedVersion()).toBe('1.2.0');
    }
    expect(await stateOf()).toBe('RUNNING');
  });

  it('does not start what an administrator has stopped', async () => {
    expect(await wine.run('net.exe', 'stop', SERVICE)).toMatchObject({ code: 0 });
    answerWith(0);
    expect(await install('1.1.0')).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('STOPPED');
    expect(await wine.run('net.exe', 'start', SERVICE)).toMatchObject({ code: 0 });
  });

  it('skips the question for the help desk, and notes it where the service finds it', async () => {
    answerWith(10);
    expect(await install('1.1.0', '/SKIPENTITLEMENT=1')).toMatchObject({ code: 0 });
    expect(installedVersion()).toBe('1.1.0');
    const notes = path.join(`${data} Installer`, 'entitlement-skipped.jsonl');
    const lines = readFileSync(notes, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    const note = JSON.parse(lines[0] ?? '') as Record<string, string>;
    expect(note).toMatchObject({ version: '1.1.0', released: '2026-11-23' });
    expect(note['at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('has the old version run on where that cannot be taken away', async () => {
    answerWith(0);
    const uninstaller = path.join(installed, UNINSTALLER);
    const kept = readFileSync(uninstaller);
    // As an uninstaller the program fails.
    copyFileSync(path.join(installed, 'remote-service.exe'), uninstaller);
    expect(await install('1.2.0')).toMatchObject({ code: 2 });
    writeFileSync(uninstaller, kept);
    expect(installedVersion()).toBe('1.1.0');
    expect(await stateOf()).toBe('RUNNING');
  });

  it('lets the program end by itself when the service is stopped', async () => {
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
    expect(await wine.run('net.exe', 'stop', SERVICE)).toMatchObject({ code: 0 });
    expect(isServing()).toBe(false);
    expect(await wine.run('net.exe', 'start', SERVICE)).toMatchObject({ code: 0 });
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
  });

  it('reports an end that nobody asked for as a failure', async () => {
    const program = readFileSync(path.join(data, 'service-running'), 'utf8');
    const host = `${PROGRAM_FOLDER}\\remote-service-host.exe`;
    const { text: told } = await wine.run(host, 'process', 'identify', program, PROGRAM);
    const { mark } = JSON.parse(told) as { mark: string };
    await wine.run(host, 'process', 'end', program, PROGRAM, mark);
    await vi.waitFor(async () => expect(await stateOf()).toBe('STOPPED'), PATIENCE);
    const { text } = await wine.run('sc.exe', 'query', SERVICE);
    expect(Number(/WIN32_EXIT_CODE\s*: (\d+)/.exec(text)?.[1])).toBeGreaterThan(0);
  });

  it('leaves nothing but data when it is uninstalled, having told the service to end', async () => {
    expect(await wine.run('net.exe', 'start', SERVICE)).toMatchObject({ code: 0 });
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
    writeFileSync(path.join(data, 'settings', 'settings.json'), '{}');
    await uninstall();
    await vi.waitFor(() => expect(existsSync(installed)).toBe(false), PATIENCE);
    await vi.waitFor(async () => expect(await stateOf()).toBeUndefined(), PATIENCE);
    // It takes this away itself, and only when it was not killed.
    expect(isServing()).toBe(false);
    expect(filesNamed('ProgramData/Remote Service', /json$/)).toEqual(['settings.json']);
    expect(filesNamed('ProgramData/Microsoft/Windows/Start Menu', /\.lnk$/)).toEqual([]);
    expect(await inRegistry(UNINSTALL_ENTRIES)).not.toContain('Remote Service');
    expect(await inRegistry(SERVICE_KEY)).not.toContain('ImagePath');
  });

  it('takes the data too when it is told to', async () => {
    expect(await install('1.2.0')).toMatchObject({ code: 0 });
    await uninstall('/DELETEDATA=1');
    await vi.waitFor(() => expect(existsSync(installed)).toBe(false), PATIENCE);
    await vi.waitFor(() => expect(existsSync(data)).toBe(false), PATIENCE);
    expect(existsSync(`${data} Installer`)).toBe(false);
  });
});
