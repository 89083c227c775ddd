import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBackOffice } from '../back-office/back-office';
import { makeLinuxPackages, quicken, repackDeb } from '../support/packages/packages';
import { startSystemdBox, type SystemdBox } from '../support/packages/systemd-box';

const SCRIPT = path.resolve(import.meta.dirname, '../../build/package.mjs');
const KEY = 'repository@print-service.test';
const PLACE = '/srv/repository';
const KEY_FILE = `${PLACE}/remote-service.asc`;

const folder = mkdtempSync(path.join(tmpdir(), 'repositories-'));
const repository = path.join(folder, 'repository');
const environment = { ...process.env, GNUPGHOME: path.join(folder, 'gnupg'), PACKAGE_SIGNING_KEY: KEY };

let box: SystemdBox;

const make = (output: string, more: object = {}) =>
  spawnSync(
    process.execPath,
    [
      ...[SCRIPT, '--linux', 'dir', 'deb', 'rpm', 'AppImage', '--output', output, '--reuse', '--trial'],
      ...['--repository', repository],
    ],
    { env: { ...environment, ...more }, encoding: 'utf8' },
  );

beforeAll(async () => {
  const { folder: output } = await makeLinuxPackages();
  chmodSync(folder, 0o755);
  mkdirSync(environment.GNUPGHOME, { mode: 0o700 });
  const words = [
    '--batch',
    '--quiet',
    '--passphrase',
    '',
    '--quick-generate-key',
    KEY,
    'rsa3072',
    'sign',
    'never',
  ];
  execFileSync('gpg', words, { env: environment, stdio: 'ignore' });
  const { status, stderr } = make(output);
  if (status !== 0) throw new Error(stderr);
  // What somebody on the way could change: one byte of a signed list.
  for (const list of ['apt/dists/stable/InRelease', 'yum/repodata/repomd.xml']) {
    const changed = path.join(folder, 'changed', list);
    const [kind = ''] = list.split('/');
    cpSync(path.join(repository, kind), path.join(folder, 'changed', kind), {
      recursive: true,
      filter: (name) => !/\.(?:deb|rpm)$/.test(name),
    });
    const text = readFileSync(changed, 'utf8');
    writeFileSync(
      changed,
      text.replace(/Origin: .|<revision>./, (found) => `${found}1`),
    );
  }
  box = await startSystemdBox([
    { from: repository, to: PLACE },
    { from: path.join(folder, 'changed'), to: '/srv/changed' },
  ]);
  quicken(box);
  await box.run('sh', '-c', 'rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/* /var/lib/apt/lists/*');
}, 900_000);
afterAll(async () => {
  await box.stop();
  execFileSync('gpgconf', ['--kill', 'all'], { env: environment });
  rmSync(folder, { recursive: true, force: true });
});

const aptSource = (place: string) =>
  box.write(
    '/etc/apt/sources.list.d/remote-service.list',
    `deb [signed-by=${KEY_FILE}] file:${place}/apt stable main\n`,
  );
const yumSource = (place: string) =>
  box.write(
    '/etc/yum.repos.d/remote-service.repo',
    [
      ...['[remote-service]', 'name=Remote Service', `baseurl=file://${place}/yum`, 'enabled=1'],
      ...['gpgcheck=1', 'repo_gpgcheck=1', 'skip_if_unavailable=0', `gpgkey=file://${KEY_FILE}`, ''],
    ].join('\n'),
  );

describe('the apt repository', () => {
  it('is refused when its signed list was changed on the way (T63)', async () => {
    aptSource('/srv/changed');
    const { code, errors } = await box.exec('apt-get', 'update');
    expect(errors).toMatch(/BADSIG|signatures? (?:were|was) invalid|is not signed/);
    expect(code).not.toBe(0);
    expect((await box.exec('apt-get', 'install', '--yes', 'remote-service')).code).not.toBe(0);
  });

  it('is refused when somebody else has signed it', async () => {
    const stranger = path.join(folder, 'stranger.asc');
    const home = mkdtempSync(path.join(folder, 'other-'));
    chmodSync(home, 0o700);
    const env = { ...process.env, GNUPGHOME: home };
    const words = [
      '--batch',
      '--quiet',
      '--passphrase',
      '',
      '--quick-generate-key',
      'other',
      'rsa3072',
      'sign',
    ];
    execFileSync('gpg', words, { env, stdio: 'ignore' });
    execFileSync('gpg', ['--armor', '--output', stranger, '--export', 'other'], { env });
    execFileSync('gpgconf', ['--kill', 'all'], { env });
    box.write('/etc/apt/stranger.asc', readFileSync(stranger, 'utf8'));
    box.write(
      '/etc/apt/sources.list.d/remote-service.list',
      `deb [signed-by=/etc/apt/stranger.asc] file:${PLACE}/apt stable main\n`,
    );
    const { code, errors } = await box.exec('apt-get', 'update');
    expect(errors).toMatch(/NO_PUBKEY|is not signed/);
    expect(code).not.toBe(0);
  });

  it('installs the program, its signature checked', async () => {
    aptSource(PLACE);
    expect(await box.exec('apt-get', 'update')).toMatchObject({ code: 0, errors: '' });
    const installed = await box.exec(
      'apt-get',
      'install',
      '--yes',
      '--no-install-recommends',
      'remote-service',
    );
    expect(installed).toMatchObject({ code: 0 });
    expect(await box.run('apt-cache', 'policy', 'remote-service')).toContain(`file:${PLACE}/apt stable/main`);
    expect(await box.run('dpkg-query', '--show', '--showformat=${db:Status-Status}', 'remote-service')).toBe(
      'installed',
    );
    expect(await box.run('remote-service', '--version')).toMatch(/^\d+\.\d+\.\d+/);
  });
});

/** Publishes the program of this tree as two later versions, of which a licence until 30 June 2027 covers the first. */
const publishLater = (deb: string) => {
  const files = [
    ['1.1.0', '2027-06-30'],
    ['2.0.0', '2027-07-01'],
  ].map(([version = '', released = '']) => {
    const file = path.join(folder, `remote-service_${version}_amd64.deb`);
    repackDeb(deb, version, released, file);
    return file;
  });
  const { href } = pathToFileURL(path.resolve(import.meta.dirname, '../../build/packaging/repositories.mjs'));
  const source = `const { makeRepositories } = await import(${JSON.stringify(href)}); await makeRepositories(...${JSON.stringify([repository, files, KEY])});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', source], { env: environment });
};

const installLicence = async () => {
  const office = await startBackOffice();
  const { package: licence } = office.issueLicence({ kind: 'replace', maintenanceUntil: '2027-06-30' });
  await office.close();
  box.write('/srv/licence.jws', licence);
  await box.run('install', '--directory', '--owner=remote-service', '/srv/licences');
  const servers = JSON.stringify([{ name: 'Main server', kind: 'local', path: '/srv/licences' }]);
  await box.run('remote-service', 'settings', 'set', 'licenceServers', servers);
  await vi.waitFor(() => box.run('remote-service', 'licence', 'install', '/srv/licence.jws'), {
    timeout: 120_000,
    interval: 500,
  });
};

describe('an upgrade from the apt repository', () => {
  const version = () =>
    box.run('dpkg-query', '--show', '--showformat=${Version} ${db:Status-Status}', 'remote-service');

  it('to a version that maintenance does not cover is refused each time, and leaves apt and the service at rest', async () => {
    const { deb } = await makeLinuxPackages();
    publishLater(deb);
    await installLicence();
    await box.run('apt-get', 'update');
    const before = await version();
    const process = await box.run('systemctl', 'show', '--property=MainPID', 'remote-service');
    for (const attempt of ['first', 'second']) {
      const { code, text, errors } = await box.exec('apt-get', '--yes', 'upgrade');
      expect({ attempt, code, said: text + errors }).toMatchObject({
        attempt,
        code: 100,
        said: expect.stringMatching(/2\.0\.0[\s\S]*(?:1 July 2027|2027-07-01)/) as string,
      });
      expect(await version()).toBe(before);
      expect(await box.run('dpkg', '--audit')).toBe('');
      expect(await box.exec('apt-get', 'check')).toMatchObject({ code: 0 });
    }
    expect(await box.run('systemctl', 'show', '--property=MainPID', 'remote-service')).toBe(process);
  });

  it('to the one before, which is covered and still on offer, is done', async () => {
    expect(await box.exec('apt-get', '--yes', 'install', 'remote-service=1.1.0')).toMatchObject({ code: 0 });
    expect(await version()).toBe('1.1.0 installed');
  });
});

describe('the yum repository', () => {
  it('is read by dnf with its signature checked, and lists the package', async () => {
    yumSource(PLACE);
    const listed = await box.exec('dnf', '--assumeyes', '--quiet', 'repoquery', 'remote-service');
    expect(listed).toMatchObject({
      code: 0,
      text: expect.stringContaining('remote-service-0:1.0.0') as string,
    });
  });

  it('has packages with the signature of the same key', async () => {
    await box.run('rpmkeys', '--import', KEY_FILE);
    const checked = await box.run('sh', '-c', `rpmkeys --checksig --verbose ${PLACE}/yum/*.rpm`);
    expect(checked).toMatch(/Header V4 RSA\/SHA512 Signature, key ID [0-9a-f]+: OK/);
    expect(checked).not.toMatch(/NOKEY|BAD/);
  });

  it('is refused when its signed list was changed on the way (T63)', async () => {
    yumSource('/srv/changed');
    const { code, errors } = await box.exec('dnf', '--assumeyes', '--refresh', 'repoquery', 'remote-service');
    expect(errors).toMatch(/GPG signature verification error/);
    expect(code).not.toBe(0);
  });
});

it('is not made without a key that signs it', async () => {
  const { folder: output } = await makeLinuxPackages();
  expect(make(output, { PACKAGE_SIGNING_KEY: '' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('PACKAGE_SIGNING_KEY has to name the gpg key') as string,
  });
  expect(make(output, { PACKAGE_SIGNING_KEY: 'nobody' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('gpg has no private key nobody') as string,
  });
});
