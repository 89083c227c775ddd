import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signCompact } from '@shared/domain/licence/format/vectors.fixture';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';
import { asPerson, makeLinuxPackages, quicken, repackDeb } from '../support/packages/packages';
import { startSystemdBox, type SystemdBox } from '../support/packages/systemd-box';
import { writeTinyDeb } from '../support/packages/tiny-deb';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PATIENCE = { timeout: 120_000, interval: 500 };
const DOWNLOADS = '/var/lib/remote-service/state/updates/files';
const HELPER = '/usr/lib/remote-service/software-helper';
const INDEX = '/var/lib/remote-service/state/updates/index.jws';
const MARK = '/usr/share/probe/mark';
const ROUNDS = 10;
const CHANGED = 67;
const NEEDS_MORE = 69;
/** Holds the lock that apt and dpkg take, as they do. */
const LOCK_HOLDER = `#!/usr/bin/perl
use Fcntl;
open(my $lock, '>>', '/var/lib/dpkg/lock-frontend') or die;
my $whole = pack('s s x4 q q i', F_WRLCK, 0, 0, 0, 0);
fcntl($lock, F_SETLK, $whole) or die;
open(my $held, '>', '/run/lock-is-held');
sleep;
`;
/** Somebody with the service's rights puts other files, links and half-written ones under the good one's name. */
const SWAPPER = `#!/bin/bash
cd ${DOWNLOADS} || exit 1
while :; do
  ln --force bad next; mv --force --no-target-directory next "$1"
  ln --force good next; mv --force --no-target-directory next "$1"; sleep 0.05
  ln --force --symbolic bad next; mv --force --no-target-directory next "$1"
  cp good own; mv --force --no-target-directory own "$1"; sleep 0.02
  dd if=bad of="$1" conv=notrunc bs=1M status=none; dd if=good of="$1" conv=notrunc bs=1M status=none; sleep 0.05
done
`;

const share = mkdtempSync(path.join(tmpdir(), 'install-now-'));
const shared = (name: string) => path.join(share, name);
const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

let box: SystemdBox;
const cli = (command: string) => asPerson(box, 'olga', command);
const status = async () => JSON.parse((await cli('remote-service status --json')).text) as unknown;
const script = (name: string) => [
  ...['env', 'TSX_TSCONFIG_PATH=/opt/source/tsconfig.json', 'TSX_DISABLE_CACHE=1', 'node'],
  ...['--import', '/opt/source/node_modules/tsx/dist/loader.mjs', `/opt/source/test/support/drivers/${name}`],
];
const set = async (key: string, value: string) => {
  const { code, errors } = await cli(`printf %s '${value}' | remote-service settings set ${key} -`);
  expect({ key, code, errors }).toMatchObject({ code: 0 });
};

beforeAll(async () => {
  const { folder, deb } = await makeLinuxPackages();
  chmodSync(share, 0o755);
  repackDeb(deb, '1.1.0', '2026-11-24', shared('update.deb'));
  for (const mark of ['good', 'bad']) writeTinyDeb(shared(mark), mark, 20_000_000);
  writeTinyDeb(shared('needy'), 'needy', 1000, 'no-such-package (>= 3)');
  box = await startSystemdBox([
    { from: folder, to: '/srv/packages' },
    { from: share, to: '/srv/share' },
    { from: REPOSITORY, to: '/opt/source' },
  ]);
  quicken(box);
  await box.run('dpkg', '--install', `/srv/packages/${path.basename(deb)}`);
  await box.run('useradd', '--create-home', '--groups', 'remote-service-operators', 'olga');
  // In the place of the administrator's password, which a test has no way to type: olga's agent says yes.
  box.write(
    '/etc/polkit-1/rules.d/10-test.rules',
    "polkit.addRule(function (action, subject) { if (action.id === 'remote-service.install-software' && subject.user === 'olga') return polkit.Result.YES; });\n",
  );
  await vi.waitFor(status, PATIENCE);
}, 900_000);
afterAll(async () => {
  await box.stop();
  rmSync(share, { recursive: true, force: true });
}, 180_000);

/** Puts an index in the service's folder that names the good package, signed by a release key unless it says otherwise. */
const putIndex = async (
  signer: 'release-1' | 'licence-1' = 'release-1',
  version = '1.1.0',
  chosen = 'good',
) => {
  const file = shared(chosen);
  const release = {
    ...{ releaseId: 'r-2', version, releasedOn: '2026-11-24', backdatedTo: null, severity: 'normal' },
    ...{ platform: 'linux-x64', fileName: 'probe.deb', notes: {} },
    ...{ size: readFileSync(file).length, sha256: sumOf(file) },
  };
  const claims = {
    ...{ formatVersion: 1, nonce: 'n'.repeat(22), releases: [release] },
    ...{ issuedAt: '2026-11-24T00:00:00Z', freshUntil: '2026-11-24T01:00:00Z' },
  };
  writeFileSync(shared('index.jws'), await signCompact(claims, 'release-index+jws', signer));
  await box.run('install', '--owner=remote-service', '--mode=0600', '/srv/share/index.jws', INDEX);
};

describe('the helper that installs an update', { timeout: 600_000 }, () => {
  const install = (name: string) =>
    box.exec('runuser', '-u', 'olga', '--', 'pkexec', HELPER, 'install-update', name);

  it('installs what is signed, and no other package under its own sum, index or name (T56)', async () => {
    const mark = path.join(box.root, MARK);
    const put = (from: string, name: string) =>
      box.run('install', '--owner=remote-service', `/srv/share/${from}`, `${DOWNLOADS}/${name}`);
    const good = `${sumOf(shared('good'))}.deb`;
    const evil = `${sumOf(shared('bad'))}.deb`;
    await put('good', good);
    await put('bad', evil);
    await putIndex();
    expect(await install(evil)).toMatchObject({ code: CHANGED });
    await putIndex('licence-1');
    expect(await install(good)).toMatchObject({ code: CHANGED });
    await putIndex('release-1', '0.9.0');
    expect(await install(good)).toMatchObject({ code: CHANGED });
    await box.run('rm', INDEX);
    await box.run('mkfifo', INDEX);
    expect(await install(good)).toMatchObject({ code: CHANGED });
    await box.run('rm', INDEX);
    expect(existsSync(mark)).toBe(false);
    await putIndex();
    expect(await install(good)).toMatchObject({ code: 0 });
    expect(readFileSync(mark, 'utf8')).toBe('good');
    rmSync(mark);
  });

  it('installs the file that was signed, and never another one, whatever is put in its place (T25)', async () => {
    await putIndex();
    const name = `${sumOf(shared('good'))}.deb`;
    for (const mark of ['good', 'bad', name]) {
      const from = mark === name ? 'good' : mark;
      await box.run('install', '--owner=remote-service', `/srv/share/${from}`, `${DOWNLOADS}/${mark}`);
    }
    box.write('/usr/local/bin/swapper', SWAPPER, 0o755);
    await box.run('systemd-run', '--unit=swapper', '--uid=remote-service', '/usr/local/bin/swapper', name);
    const mark = path.join(box.root, MARK);
    const seen = { installed: 0, refused: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      rmSync(mark, { force: true });
      const { code, errors } = await install(name);
      if (code === 0) {
        expect(readFileSync(mark, 'utf8')).toBe('good');
        seen.installed += 1;
      } else {
        expect({ code, errors }).toMatchObject({ code: CHANGED });
        expect(existsSync(mark)).toBe(false);
        seen.refused += 1;
      }
    }
    expect(seen.refused).toBeGreaterThan(0);
    await box.run('systemctl', 'stop', 'swapper');
    await box.run('install', '--owner=remote-service', '/srv/share/good', `${DOWNLOADS}/${name}`);
    expect(await install(name)).toMatchObject({ code: 0 });
    expect(readFileSync(mark, 'utf8')).toBe('good');
    expect(await box.run('bash', '-c', 'ls -d /run/remote-service-update.* 2>/dev/null | wc -l')).toBe('0');
  });

  it('changes nothing where something that the package needs is missing', async () => {
    await putIndex('release-1', '1.1.0', 'needy');
    const name = `${sumOf(shared('needy'))}.deb`;
    await box.run('install', '--owner=remote-service', '/srv/share/needy', `${DOWNLOADS}/${name}`);
    const before = await box.run('dpkg-query', '-W', '-f', '${Status}', 'probe');
    expect(await install(name)).toMatchObject({ code: NEEDS_MORE });
    expect(await box.run('dpkg-query', '-W', '-f', '${Status}', 'probe')).toBe(before);
    expect(await box.run('dpkg', '--audit')).toBe('');
  });

  it('waits while another package manager is at work', async () => {
    await putIndex();
    const name = `${sumOf(shared('good'))}.deb`;
    await box.run('install', '--owner=remote-service', '/srv/share/good', `${DOWNLOADS}/${name}`);
    const mark = path.join(box.root, MARK);
    rmSync(mark, { force: true });
    box.write('/usr/local/bin/lock-holder', LOCK_HOLDER, 0o755);
    await box.run('systemd-run', '--unit=lock-holder', '/usr/local/bin/lock-holder');
    await vi.waitFor(() => box.run('test', '-e', '/run/lock-is-held'), PATIENCE);
    const installing = install(name);
    await vi.waitFor(() => box.run('pgrep', '--full', '^sleep 2$'), PATIENCE);
    expect(existsSync(mark)).toBe(false);
    await box.run('systemctl', 'stop', 'lock-holder');
    expect(await installing).toMatchObject({ code: 0 });
    expect(readFileSync(mark, 'utf8')).toBe('good');
  });

  it('takes no other name, and nobody who is not allowed', async () => {
    for (const name of ['../../../../srv/share/bad', 'good', `${'a'.repeat(64)}.sh`, '--help', '']) {
      expect([name, (await install(name)).code]).toEqual([name, expect.toBeOneOf([64, CHANGED])]);
    }
    const { code } = await box.exec(
      'runuser',
      '-u',
      'nobody',
      '--',
      'pkexec',
      HELPER,
      'install-update',
      'x.deb',
    );
    expect(code).not.toBe(0);
  });
});

describe('an update', { timeout: 600_000 }, () => {
  it('is downloaded, verified, installed by the operator, and its service runs', async () => {
    const words = [...script('office-with-release.ts'), '/srv/office', '/srv/share/update.deb', '1.1.0'];
    const output = '--property=StandardOutput=file:/srv/office.json';
    await box.run('systemd-run', '--unit=office', '--setenv=HOME=/root', output, ...words);
    const organisation = await vi.waitFor(
      () =>
        JSON.parse(readFileSync(path.join(box.root, 'srv/office.json'), 'utf8')) as Record<
          'id' | 'verificationCode',
          string
        >,
      PATIENCE,
    );
    box.write(
      '/etc/systemd/system/remote-service.service.d/vendor.conf',
      '[Service]\nEnvironment=REMOTE_SERVICE_VENDOR=/srv/office/vendor.json\n',
    );
    await box.run('chmod', '--recursive', 'a+rX', '/srv/office');
    await box.run('install', '--directory', '--owner=remote-service', '/srv/licences');
    box.write('/srv/licences/prismadirect.lic', demoLicenceFile(), 0o666);
    await box.run('systemctl', 'daemon-reload');
    await box.run('systemctl', 'restart', 'remote-service');
    await set('remoteService.serviceOrganisationId', organisation.id);
    await set('remoteService.verificationCode', organisation.verificationCode);
    await set(
      'licenceServers',
      JSON.stringify([{ name: 'Main server', kind: 'local', path: '/srv/licences' }]),
    );
    await set('remoteService.enabled', 'true');
    await vi.waitFor(
      async () => expect(await status()).toMatchObject({ updates: { downloaded: '1.1.0' } }),
      PATIENCE,
    );
    const before = await box.run('systemctl', 'show', '--value', '--property=MainPID', 'remote-service');

    const file = shared('update.deb');
    const facts = [`${sumOf(file)}.deb`, sumOf(file), String(readFileSync(file).length)];
    const { text, errors } = await box.execAs('olga', ...script('install-update-child.ts'), ...facts);
    expect({ text, errors }).toMatchObject({ text: 'installed' });
    expect(await box.run('dpkg-query', '-W', '-f', '${Version} ${db:Status-Status}', 'remote-service')).toBe(
      '1.1.0 installed',
    );
    await vi.waitFor(
      async () =>
        expect(await status()).toMatchObject({
          connection: { state: 'connected' },
          service: { state: 'running', mode: 'installed', version: '1.1.0-test-runtime' },
        }),
      PATIENCE,
    );
    expect(await box.run('systemctl', 'show', '--value', '--property=MainPID', 'remote-service')).not.toBe(
      before,
    );
  });
});
