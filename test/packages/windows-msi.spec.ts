import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { createInstallerWorkshop, type InstallerWorkshop } from '../support/windows/installer-workshop';
import { createWine, type Wine } from '../support/windows/wine';

const SERVICE = 'PrintORSService';
const HOST = 'C:\\Program Files\\remote-service\\remote-service-host.exe';
const PROGRAM = 'C:\\Program Files\\remote-service\\remote-service.exe';
const SERVICE_KEY = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${SERVICE}`;
const ENTRIES = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const PATIENCE = { timeout: 180_000, interval: 100 };
/** Windows' 1603, of which Linux keeps the lowest byte. */
const FAILED = 1603 % 256;
const CODE = 'C0DE-4242-Ä';

let workshop: InstallerWorkshop;
let wine: Wine;
let installed: string;
let data: string;
const packages = new Map<string, string>();

const inDrive = (...names: string[]) => path.join(wine.drive, ...names);
const log = () => readFileSync(inDrive('msi.log'), 'utf8');
const msiexec = (...words: string[]) => {
  rmSync(inDrive('msi.log'), { force: true });
  return wine.run('msiexec', ...words, '/qn', '/l*v', 'C:\\msi.log');
};
const packageOf = (version: string) => `Z:${(packages.get(version) ?? '').replaceAll('/', '\\')}`;
const install = (version: string, ...properties: string[]) =>
  msiexec('/i', packageOf(version), ...properties);
const uninstall = (version: string, ...properties: string[]) =>
  msiexec('/x', packageOf(version), ...properties);
const installedVersion = () => readFileSync(path.join(installed, 'version'), 'utf8');
const answerWith = (code: number) => writeFileSync(path.join(installed, 'answer'), String(code));
const stateOf = async () =>
  /STATE\s*: \d+\s+(\w+)/.exec((await wine.run('sc.exe', 'query', SERVICE)).text)?.[1];
const inRegistry = async (key: string) => (await wine.run('reg.exe', 'query', key, '/s')).text;
const table = (version: string, name: string) =>
  execFileSync('msiinfo', ['export', packages.get(version) ?? '', name], { encoding: 'utf8' })
    .split(/\r?\n/)
    .slice(3)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
const valueOf = (version: string, property: string) =>
  table(version, 'Property').find(([name]) => name === property)?.[1];
const programsAre = (count: number) =>
  vi.waitFor(async () => {
    expect((await wine.run(HOST, 'process', 'running', PROGRAM)).text).toContain(`"running":${count}`);
  }, PATIENCE);
/** A certificate of the vendor's own, and how the build is told of it. */
const makeCertificate = () => {
  const [key, certificate, both] = ['key.pem', 'vendor.pem', 'vendor.p12'].map((name) => inDrive(name));
  const name = ['-subj', '/CN=Vendor', '-addext', 'extendedKeyUsage=codeSigning'];
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...name];
  execFileSync('openssl', [...words, '-keyout', key ?? '', '-out', certificate ?? ''], { stdio: 'ignore' });
  const from = ['-inkey', key ?? '', '-in', certificate ?? '', '-passout', 'pass:geheim'];
  execFileSync('openssl', ['pkcs12', '-export', ...from, '-out', both ?? '']);
  return { WIN_CSC_LINK: both ?? '', WIN_CSC_KEY_PASSWORD: 'geheim', WIN_TIMESTAMP_SERVER: '' };
};
const isSigned = (file: string) =>
  spawnSync('osslsigncode', ['verify', '-in', file, '-CAfile', inDrive('vendor.pem')]).status === 0;
const nothingIsInstalled = async () => {
  expect(existsSync(installed)).toBe(false);
  expect(await stateOf()).toBeUndefined();
  expect(await inRegistry(ENTRIES)).not.toContain('Remote Service');
};

beforeAll(async () => {
  workshop = createInstallerWorkshop();
  wine = await createWine();
  installed = inDrive('Program Files/remote-service');
  data = inDrive('ProgramData/Remote Service');
  wine.keepRunning('cmd.exe', '/c', 'pause');
  packages.set('1.0.0', await workshop.buildMsi('1.0.0'));
  packages.set('1.1.0', await workshop.buildMsi('1.1.0', makeCertificate()));
}, 600_000);
afterAll(async () => {
  await wine.remove();
  workshop.remove();
}, 180_000);

describe('the MSI as it is made', { timeout: 180_000 }, () => {
  it('is one product over all versions, and each version is one of its own', () => {
    expect(valueOf('1.0.0', 'UpgradeCode')).toBe(valueOf('1.1.0', 'UpgradeCode'));
    expect(valueOf('1.0.0', 'ProductCode')).not.toBe(valueOf('1.1.0', 'ProductCode'));
    expect(valueOf('1.0.0', 'ALLUSERS')).toBe('1');
    expect(
      table('1.1.0', 'Upgrade').map(([, , most, , attributes, , name]) => [name, most, attributes]),
    ).toEqual([
      // The version itself too; one that is newer is only found.
      ['OLDERVERSION', '1.1.0', '768'],
      ['NEWERVERSION', '', '2'],
    ]);
  });

  it('runs every step as the system, takes it back where a later one fails, and deletes data last of all', () => {
    const actions = new Map(
      table('1.0.0', 'CustomAction').map(([name, type, source]) => [name, [type, source]]),
    );
    const steps = ['AskEntitlement', 'SuspendService', 'CloseProgram', 'RemoveService', 'RegisterService'];
    for (const name of [...steps, 'StartService', 'SetCode'])
      expect(actions.get(name)).toEqual(['3073', 'Actions']);
    for (const name of ['StartAgain', 'TakeServiceBack', 'StopAgain'])
      expect(actions.get(name)).toEqual(['3394', 'Host']);
    expect(actions.get('RegisterAgain')).toEqual(['3393', 'Actions']);
    expect(actions.get('DeleteData')).toEqual(['3585', 'Actions']);
  });

  it('asks, stops and closes before the old version is taken away', () => {
    const places = new Map(
      table('1.0.0', 'InstallExecuteSequence').map(([name, , at]) => [name, Number(at)]),
    );
    const order = [
      ...[
        'InstallInitialize',
        'AskEntitlement',
        'StartAgain',
        'SuspendService',
        'CloseProgram',
        'InstallExecute',
      ],
      ...['RemoveExistingProducts', 'RemoveFiles', 'InstallFiles', 'TakeServiceBack', 'RegisterService'],
      ...['StopAgain', 'StartService', 'SetOrganisation', 'SetCode', 'Connect', 'InstallFinalize'],
    ].map((name) => places.get(name) ?? NaN);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(NaN);
  });

  it('takes over what was given to it, and has the identity of the program for its notifications', () => {
    expect(valueOf('1.0.0', 'SecureCustomProperties')?.split(';')).toEqual(
      expect.arrayContaining(['ORGANISATIONID', 'VERIFICATIONCODEFILE', 'SETTINGSFILE', 'OPERATORS']),
    );
    expect(table('1.0.0', 'MsiShortcutProperty')).toEqual([
      ['Identity', 'StartMenuLink', 'System.AppUserModel.ID', 'invalid.service-organisation.remote-service'],
    ]);
  });
});

describe('the MSI', { timeout: 400_000 }, () => {
  it('does nothing beside the setup program', async () => {
    const key = 'HKLM\\Software\\69b0bf27-4ffa-5cf2-8824-4305b696c620';
    await wine.run('reg.exe', 'add', key, '/v', 'InstallLocation', '/d', 'C:\\elsewhere', '/f');
    expect(await install('1.0.0')).toMatchObject({ code: FAILED });
    await nothingIsInstalled();
    await wine.run('reg.exe', 'delete', key, '/f');
  });

  it.each([
    ['the service', () => writeFileSync(`${data} Installer`, ''), () => rmSync(`${data} Installer`), []],
    [
      'a setting',
      () => writeFileSync(inDrive('ProgramData/settings-answer'), '30'),
      () => rmSync(inDrive('ProgramData/settings-answer')),
      ['ORGANISATIONID=42'],
    ],
    ['a file that is not there', () => undefined, () => undefined, ['VERIFICATIONCODEFILE=C:\\none.txt']],
  ])('leaves nothing where it fails at %s, and says so', async (_, hinder, help, properties) => {
    hinder();
    expect(await install('1.0.0', ...properties)).toMatchObject({ code: FAILED });
    expect(log()).toMatch(/could not be (installed|saved)/);
    await nothingIsInstalled();
    help();
  });

  it('installs, starts and connects the service silently, and its log has no secret', async () => {
    writeFileSync(inDrive('code.txt'), CODE);
    writeFileSync(inDrive('settings.json'), '{"proxy":{}}');
    rmSync(inDrive('ProgramData/settings-told'), { force: true });
    const given = [
      'ORGANISATIONID=ACME 1 | 2',
      'VERIFICATIONCODEFILE=C:\\code.txt',
      'SETTINGSFILE=C:\\settings.json',
    ];
    expect(await install('1.0.0', ...given)).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('RUNNING');
    expect(await inRegistry(SERVICE_KEY)).toContain(`ObjectName    REG_SZ    NT SERVICE\\${SERVICE}`);
    expect(readFileSync(inDrive('ProgramData/settings-told'), 'utf8').trim().split(/\r?\n/)).toEqual([
      '--log-level=3 settings import - <{"proxy":{}}>',
      '--log-level=3 settings set remoteService.serviceOrganisationId - <ACME 1 | 2>',
      `--log-level=3 settings set remoteService.verificationCode - <${CODE}>`,
      '--log-level=3 settings set remoteService.enabled true <>',
    ]);
    expect(log()).toContain('settings set remoteService.verificationCode - ended with 0');
    expect(log()).not.toContain('4242');
  });

  it('brings what belongs there, for everybody on the machine', async () => {
    expect(readdirSync(installed).sort()).toEqual(
      ['bin', 'remote-service-host.exe', 'remote-service.exe', 'resources', 'version'].sort(),
    );
    expect(readdirSync(path.join(installed, 'resources'))).toEqual(['app.asar']);
    const entry = await inRegistry(`${ENTRIES}\\${valueOf('1.0.0', 'ProductCode') ?? ''}`);
    expect(entry).toMatch(/DisplayName\s+REG_SZ\s+Remote Service/);
    expect(entry).toMatch(/DisplayVersion\s+REG_SZ\s+1\.0\.0/);
  });

  it.each([10, 12])('leaves the old version where the answer is %d', async (code) => {
    answerWith(code);
    expect(await install('1.1.0')).toMatchObject({ code: FAILED });
    expect(log()).toContain('Version 1.1.0 was not installed. The current version is still in use.');
    expect(log()).toContain('The maintenance ended on 2026-01-31');
    expect(installedVersion()).toBe('1.0.0');
    expect(await stateOf()).toBe('RUNNING');
  });

  it('skips the question for the help desk, notes it, and changes nothing while the program is open', async () => {
    answerWith(10);
    const program = wine.run(PROGRAM, 'wait');
    await programsAre(2);
    expect(await install('1.1.0', 'SKIPENTITLEMENT=1')).toMatchObject({ code: FAILED });
    expect(log()).toContain('Remote Service is open');
    expect(installedVersion()).toBe('1.0.0');
    expect(await stateOf()).toBe('RUNNING');
    const note = readFileSync(path.join(`${data} Installer`, 'entitlement-skipped.jsonl'), 'utf8');
    expect(JSON.parse(note)).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      version: '1.1.0',
      released: '2026-11-23',
    });
    writeFileSync(path.join(installed, 'end'), '');
    expect(await program).toMatchObject({ code: 0 });
    rmSync(path.join(installed, 'end'));
  });

  it('keeps the service, its account and how it starts while an update takes the old version away', async () => {
    await wine.run('reg.exe', 'add', SERVICE_KEY, '/v', 'Kept', '/d', 'yes', '/f');
    await wine.run(HOST, 'control', 'suspend');
    // Windows Installer gives the property to the version that it removes; wine does not.
    expect(await uninstall('1.0.0', 'UPGRADINGPRODUCTCODE={other}')).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('STOPPED');
    rmSync(installed, { recursive: true, force: true });
    expect(await install('1.0.0')).toMatchObject({ code: 0 });
    expect(await inRegistry(SERVICE_KEY)).toMatch(/Kept\s+REG_SZ\s+yes/);
    expect(await stateOf()).toBe('RUNNING');
  });

  it('updates where there is only a doubt', async () => {
    answerWith(13);
    expect(await install('1.1.0')).toMatchObject({ code: 0 });
    expect(log()).toContain('The installation continues.');
    expect(installedVersion()).toBe('1.1.0');
    expect(await stateOf()).toBe('RUNNING');
    const entries = await inRegistry(ENTRIES);
    expect(entries).toMatch(/DisplayVersion\s+REG_SZ\s+1\.1\.0/);
    expect(entries).not.toMatch(/DisplayVersion\s+REG_SZ\s+1\.0\.0/);
  });

  it('is not replaced by an older one', async () => {
    expect(await install('1.0.0')).toMatchObject({ code: FAILED });
    expect(installedVersion()).toBe('1.1.0');
    expect(await stateOf()).toBe('RUNNING');
  });

  it('leaves nothing but data when it is removed, and then takes the data too where it is told to', async () => {
    writeFileSync(path.join(data, 'settings', 'settings.json'), '{}');
    rmSync(path.join(installed, 'answer'));
    expect(await uninstall('1.1.0')).toMatchObject({ code: 0 });
    expect(existsSync(installed)).toBe(false);
    expect(existsSync(path.join(data, 'service-running'))).toBe(false);
    expect(existsSync(path.join(data, 'settings', 'settings.json'))).toBe(true);
    expect(await stateOf()).toBeUndefined();
    expect(await inRegistry(ENTRIES)).not.toContain('Remote Service');
    expect(await install('1.1.0')).toMatchObject({ code: 0 });
    mkdirSync(path.join(data, 'state', 'deep', 'er'), { recursive: true });
    expect(await uninstall('1.1.0', 'DELETEDATA=1')).toMatchObject({ code: 0 });
    expect(existsSync(data)).toBe(false);
    expect(existsSync(`${data} Installer`)).toBe(false);
  });
});

describe('the signature of the MSI', { timeout: 180_000 }, () => {
  it('is that of the vendor, and does not survive a change', () => {
    const signed = packages.get('1.1.0') ?? '';
    expect(isSigned(signed)).toBe(true);
    expect(isSigned(packages.get('1.0.0') ?? '')).toBe(false);
    const bytes = readFileSync(signed);
    const at = bytes.indexOf('MSCF');
    expect(at).toBeGreaterThan(0);
    bytes[at + 200] = (bytes[at + 200] ?? 0) ^ 1;
    writeFileSync(inDrive('changed.msi'), bytes);
    expect(isSigned(inDrive('changed.msi'))).toBe(false);
  });
});

describe('the manifests of the package managers', () => {
  const made = (...names: string[]) =>
    readFileSync(path.join(path.dirname(packages.get('1.1.0') ?? ''), ...names), 'utf8');
  const winget = (ending: string) =>
    parse(made('winget', `ServiceOrganisation.RemoteService${ending}.yaml`)) as Record<string, unknown>;
  const hash = () =>
    createHash('sha256')
      .update(readFileSync(packages.get('1.1.0') ?? ''))
      .digest('hex')
      .toUpperCase();
  const address = 'https://localhost/help-desk/remote-service-1.1.0.msi';
  const code = () => valueOf('1.1.0', 'ProductCode');

  it('of winget name the package, its hash and its product', () => {
    const common = {
      PackageIdentifier: 'ServiceOrganisation.RemoteService',
      PackageVersion: '1.1.0',
      ManifestVersion: '1.6.0',
    };
    expect(winget('')).toEqual({ ...common, DefaultLocale: 'en-US', ManifestType: 'version' });
    expect(winget('.installer')).toMatchObject({
      ...common,
      ManifestType: 'installer',
      InstallerType: 'wix',
      Scope: 'machine',
      ReleaseDate: '2026-11-23',
      Installers: [
        {
          ...{ Architecture: 'x64', InstallerUrl: address, InstallerSha256: hash(), ProductCode: code() },
          AppsAndFeaturesEntries: [
            {
              ...{ DisplayName: 'Remote Service', Publisher: 'Service organisation', ProductCode: code() },
              UpgradeCode: valueOf('1.1.0', 'UpgradeCode'),
            },
          ],
        },
      ],
    });
    expect(winget('.locale.en-US')).toMatchObject({
      ...common,
      ...{
        ManifestType: 'defaultLocale',
        PackageLocale: 'en-US',
        PackageName: 'Remote Service',
        License: 'MIT',
      },
    });
    const description = String(winget('.locale.en-US')['ShortDescription']);
    expect(description.length).toBeGreaterThan(3);
    expect(description.length).toBeLessThanOrEqual(256);
  });

  it('of Chocolatey fetch the same file, check it, and remove the same product', () => {
    const install = made('chocolatey/tools/chocolateyinstall.ps1');
    expect(install).toContain(`url64bit       = '${address}'`);
    expect(install).toContain(`checksum64     = '${hash()}'`);
    expect(install).toContain("silentArgs     = '/qn /norestart'");
    expect(made('chocolatey/tools/chocolateyuninstall.ps1')).toContain(`'${code() ?? ''} /qn /norestart'`);
    const document = made('chocolatey/remote-service.nuspec');
    const field = (name: string) => new RegExp(`<${name}>(.*)</${name}>`).exec(document)?.[1];
    expect(['id', 'version', 'authors'].map(field)).toEqual([
      'remote-service',
      '1.1.0',
      'Service organisation',
    ]);
  });
});
