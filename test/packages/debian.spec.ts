import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pathsChangedByScripts } from '../support/processes/script-writes';
import { drawnMoments } from '../support/packages/drawn-moments';
import { debOf, PATIENCE, SHARE, startPackageBox, type PackageBox } from '../support/packages/package-box';

let box: PackageBox;

const isActive = async () => (await box.exec('systemctl', 'is-active', 'remote-service')).text;
const version = async () =>
  (await box.exec('dpkg-query', '-W', '-f', '${Version} ${db:Status-Status}', 'remote-service')).text;
const property = (name: string) =>
  box.run('systemctl', 'show', '--value', `--property=${name}`, 'remote-service');
const settings = '/etc/remote-service/settings/settings.json';
const auditOf = (kind: string) =>
  vi.waitFor(async () => {
    const log = await box.run('cat', '/var/lib/remote-service/state/audit/audit.jsonl');
    const line = log.split('\n').find((text) => text.includes(`"${kind}"`));
    if (line === undefined) throw new Error(`no ${kind} in the log`);
    return JSON.parse(line) as { detail: Record<string, string> };
  }, PATIENCE);

/** Folders below which others than root may write: what a script of root's did there, somebody could have led elsewhere. */
const WRITABLE = [
  '/tmp',
  '/var/tmp',
  '/home',
  '/dev/shm',
  '/run/remote-service',
  '/var/lib/remote-service',
  '/etc/remote-service/settings',
];
const TRACE = '/root/trace';
const traced = async (...command: string[]) => {
  const calls = ['strace', '-f', '-e', 'trace=%file,%process', '-o', TRACE];
  const { code, errors } = await box.exec(...calls, ...command);
  expect({ code, errors }).toMatchObject({ code: 0 });
  const isScript = (program: string) => /\/(preinst|remote-service\.(postinst|prerm|postrm))$/.test(program);
  return pathsChangedByScripts(readFileSync(path.join(box.root, TRACE), 'utf8'), isScript);
};
const belowWritable = (paths: readonly string[]) =>
  paths.filter((name) => WRITABLE.some((folder) => name.startsWith(`${folder}/`)));

/** Ends dpkg with all its scripts after so many seconds. */
const KILLED_AFTER = 'ended() { setsid "${@:2}" & sleep "$1"; kill -KILL -- -$!; wait $! || true; }; ended';

beforeAll(async () => {
  box = await startPackageBox();
}, 900_000);
afterAll(() => box.end(), 60_000);

// One machine's life, so each step stands on the one before.
describe('a machine with the Debian package', { timeout: 300_000 }, () => {
  it('gets the service, running as its own account', async () => {
    // A root whose own files nobody else may read installs for everybody all the same.
    const { code, errors } = await box.exec('bash', '-c', `umask 077; dpkg --install ${box.deb}`);
    expect({ code, errors }).toEqual({
      code: 0,
      errors: expect.not.stringMatching(/error|warning|Remote Service:/i) as string,
    });
    expect(await isActive()).toBe('active');
    expect(await property('UnitFileState')).toBe('enabled');
    await box.run('usermod', '--append', '--groups', 'remote-service-operators', 'olga');
    await box.answers();
    const { text } = await box.cli('remote-service status --json');
    expect(JSON.parse(text)).toMatchObject({
      service: { state: 'running', account: 'remote-service', mode: 'installed' },
    });
    const process = await box.run('ps', '-o', 'user:20=,stat=', '-p', await property('MainPID'));
    expect(process).toMatch(/^remote-service /);
  });

  it('gets folders, command, manual page, completion, menu entry and rules', async () => {
    const modes = await box.run(
      'stat',
      '--format=%a %U:%G %n',
      '/var/lib/remote-service',
      '/run/remote-service',
      '/etc/remote-service/settings',
      '/opt/remote-service/remote-service',
    );
    expect(modes.split('\n')).toEqual([
      '750 remote-service:remote-service-operators /var/lib/remote-service',
      '750 remote-service:remote-service-operators /run/remote-service',
      '2750 remote-service:remote-service-operators /etc/remote-service/settings',
      '755 root:root /opt/remote-service/remote-service',
    ]);
    // What dpkg itself and the scripts have made is for everybody to read; polkit keeps its own folder closed.
    const closed = await box.run(
      'bash',
      '-c',
      'dpkg --listfiles remote-service | while read -r name; do stat --format="%a %n" "$name"; done | grep -Ev "^(755|644|777|4755) |polkit-1/rules.d$"; find /etc/systemd/system /usr/share/applications /var/lib/remote-service-installer ! -type l ! -perm -444 ; true',
    );
    expect(closed).toBe('');
    // Chromium would end a process of root without a word.
    expect(await box.run('/usr/bin/remote-service', '--version')).toMatch(/^\d+\.\d+\.\d+/);
    expect(await box.run('zcat', '/usr/share/man/man1/remote-service.1.gz')).toContain('entitlement');
    const schema = await box.run('cat', '/usr/share/doc/remote-service/policy.schema.json');
    expect(JSON.parse(schema)).toMatchObject({ title: 'Remote Service policy' });
    expect(
      await box.run(
        'bash',
        '-c',
        'source /usr/share/bash-completion/completions/remote-service && complete -p remote-service',
      ),
    ).toContain('_remote_service');
    await box.run('desktop-file-validate', '/usr/share/applications/remote-service.desktop');
    await box.run('test', '-e', '/usr/share/polkit-1/rules.d/remote-service.rules');
  });

  it('lets an operator use the command line and install a licence', async () => {
    expect(
      await box.cli('remote-service settings set remoteService.serviceOrganisationId SO-2001'),
    ).toMatchObject({ code: 0 });
    expect(
      await box.cli(`printf 7Q4-KM2-XP9 | remote-service settings set remoteService.verificationCode -`),
    ).toMatchObject({ code: 0 });
    await box.run(
      'install',
      '--directory',
      '--mode=2775',
      '--group=remote-service-operators',
      '/srv/licences',
    );
    const servers = JSON.stringify([{ name: 'Main server', kind: 'local', path: '/srv/licences' }]);
    expect(await box.cli(`remote-service settings set licenceServers '${servers}'`)).toMatchObject({
      code: 0,
    });
    await vi.waitFor(async () => {
      const installed = await box.cli(`remote-service licence install ${SHARE}/licence.jws`);
      expect(installed).toMatchObject({ code: 0 });
    }, PATIENCE);
  });

  it('is updated where the maintenance covers it, and keeps what it had', async () => {
    const kept = async () => ({
      settings: await box.run('sha256sum', settings),
      state: await box.run(
        'sha256sum',
        '/var/lib/remote-service/state/licence/installed.json',
        '/var/lib/remote-service/sealing-key.json',
      ),
      history: await box.run('head', '-n', '3', '/var/lib/remote-service/state/audit/audit.jsonl'),
      enabled: await property('UnitFileState'),
    });
    await box.run('mkdir', '-p', '/etc/systemd/system/remote-service.service.d');
    await box.run('useradd', '--system', '--groups', 'remote-service-operators', 'printer');
    await box.run(
      'bash',
      '-c',
      'printf "[Service]\\nUser=printer\\n" > /etc/systemd/system/remote-service.service.d/account.conf; systemctl daemon-reload; systemctl restart remote-service',
    );
    await box.answers();
    const before = await kept();
    const started = await property('MainPID');
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
    expect(await version()).toBe('1.1.0 installed');
    await box.answers();
    expect(await property('MainPID')).not.toBe(started);
    expect(await kept()).toEqual(before);
    expect(await box.run('ps', '-o', 'user=', '-p', await property('MainPID'))).toBe('printer');
    expect((await box.cli('remote-service settings get')).text).toContain('SO-2001');
  });

  it('is not updated where it does not, says both dates, and the old one still runs', async () => {
    const started = await property('MainPID');
    const { code, errors } = await box.install(debOf('uncovered'));
    expect(code).not.toBe(0);
    expect(errors).toMatch(/2\.0\.0/);
    expect(errors).toMatch(/1 July 2027|2027-07-01/);
    expect(errors).toMatch(/30 June 2027|2027-06-30/);
    expect(await version()).toBe('1.1.0 installed');
    expect(await property('MainPID')).toBe(started);
    await box.answers();
  });

  it('is at rest after an update was refused, and a stopped service stays stopped', async () => {
    await box.run('systemctl', 'stop', 'remote-service');
    expect((await box.install(debOf('uncovered'))).code).not.toBe(0);
    expect(await box.run('dpkg', '--audit')).toBe('');
    expect(await isActive()).toBe('inactive');
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('inactive');
    await box.run('systemctl', 'start', 'remote-service');
    await box.answers();
  });

  it('is updated all the same when the help desk skips the question, which is recorded', async () => {
    expect(await box.install(debOf('uncovered'), 'REMOTE_SERVICE_SKIP_ENTITLEMENT=1')).toMatchObject({
      code: 0,
    });
    expect(await version()).toBe('2.0.0 installed');
    await box.answers();
    const { detail } = await auditOf('entitlement-skipped');
    expect(detail).toMatchObject({ version: '2.0.0', released: '2027-07-01' });
  });

  it('recovers from an update that was killed while it was configured', async () => {
    // In front of the real systemctl for this one run: what the script asks first after the files are there ends dpkg.
    box.write(
      '/usr/local/killer/systemctl',
      '#!/bin/sh\ncase "$*" in *daemon-reload*) pkill -KILL -x dpkg && sleep 1 ;; esac\nexec /usr/bin/systemctl "$@"\n',
      0o755,
    );
    const killed = await box.install(debOf('later'), 'PATH=/usr/local/killer:/usr/sbin:/usr/bin:/sbin:/bin');
    expect(killed.code).not.toBe(0);
    expect(await version()).toBe('1.2.0 half-configured');
    expect(await box.exec('dpkg', '--configure', '--pending')).toMatchObject({ code: 0 });
    expect(await version()).toBe('1.2.0 installed');
    await box.answers();
  });

  it('recovers from an update that was killed while it was unpacked', async () => {
    await box.exec(
      'bash',
      '-c',
      `dpkg --install ${debOf('covered')} & until tail -n 1 /var/log/dpkg.log | grep -q half-installed; do :; done; kill -KILL $!`,
    );
    expect(await version()).toMatch(/half-installed$/);
    await box.exec('dpkg', '--configure', '--pending');
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
    expect(await version()).toBe('1.1.0 installed');
    await box.answers();
  });

  it('is whole and runs after an update was killed at any moment, and finished or done again', async () => {
    const started = Date.now();
    expect(await box.install(debOf('later'))).toMatchObject({ code: 0 });
    const whole = Date.now() - started;
    for (const moment of drawnMoments(3, whole)) {
      const release = (await version()).startsWith('1.2.0') ? 'covered' : 'later';
      await box.exec('bash', '-c', `${KILLED_AFTER} ${moment / 1000} dpkg --install ${debOf(release)}`);
      const finished = await box.exec('dpkg', '--configure', '--pending');
      if (finished.code !== 0 || !(await version()).endsWith(' installed'))
        expect(await box.install(debOf(release))).toMatchObject({ code: 0 });
      const after = { moment, audit: await box.run('dpkg', '--audit'), version: await version() };
      expect(after).toEqual({
        ...{ moment, audit: '' },
        version: expect.stringMatching(/^1\.[12]\.0 installed$/) as string,
      });
      expect((await box.exec('dpkg', '--verify', 'remote-service')).text).toBe('');
      await box.answers();
    }
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
  });

  it('lets its scripts write only where nobody but root can (T19)', async () => {
    const update = await traced(
      'env',
      'REMOTE_SERVICE_SKIP_ENTITLEMENT=1',
      'dpkg',
      '--install',
      debOf('later'),
    );
    expect(update).toContain('/var/lib/remote-service-installer/entitlement-skipped.jsonl');
    expect(update).toContain('/var/lib/remote-service-installer/to-be-started');
    expect(belowWritable(update)).toEqual([]);
    await box.answers();
    const removal = await traced('dpkg', '--remove', 'remote-service');
    expect(belowWritable(removal)).toEqual([]);
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
    await box.answers();
  });

  it('keeps its data when the program is removed, and takes up again what it was when it comes back', async () => {
    expect(await box.exec('dpkg', '--remove', 'remote-service')).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('inactive');
    expect((await box.exec('systemctl', 'is-enabled', 'remote-service')).code).not.toBe(0);
    expect((await box.exec('ls', '/opt/remote-service')).code).not.toBe(0);
    await box.run('test', '-e', settings, '-a', '-e', '/var/lib/remote-service/state/audit/audit.jsonl');
    // A removed program cannot be asked.
    expect(await box.install(debOf('uncovered'))).toMatchObject({ code: 0 });
    await box.answers();
    expect(await property('UnitFileState')).toBe('enabled');
    expect((await box.cli('remote-service settings get')).text).toContain('SO-2001');
  });

  it('forgets everything when it is purged, but what the organisation has put there', async () => {
    box.write('/etc/remote-service/policy.json', '{}');
    box.write('/etc/systemd/system/remote-service.service.d/own.conf', '[Service]\nNice=5\n');
    expect(await box.exec('dpkg', '--purge', 'remote-service')).toMatchObject({ code: 0 });
    const left = await box.exec(
      'bash',
      '-c',
      'ls -d /opt/remote-service /var/lib/remote-service* /run/remote-service /usr/bin/remote-service; find /etc/systemd/system /etc/remote-service /etc/tmpfiles.d /var/lib/systemd -name "*remote-service*" ! -type d; ls /etc/remote-service /etc/systemd/system/remote-service.service.d',
    );
    expect(left.text.split('\n').filter((line) => /^[^/].*[^:]$/.test(line))).toEqual([
      'policy.json',
      'own.conf',
    ]);
    expect(left.text).not.toMatch(/^\/(?!etc\/).*|remote-service\.service$/m);
  });

  it('is neither started nor enabled against a rule of the machine', async () => {
    const forbidden = '#!/bin/sh\nexit 101\n';
    box.write('/usr/sbin/policy-rc.d', forbidden, 0o755);
    expect(await box.install(box.deb)).toMatchObject({ code: 0 });
    expect([await isActive(), await property('UnitFileState')]).toEqual(['inactive', 'enabled']);
    await box.run('rm', '/usr/sbin/policy-rc.d');
    await box.run('dpkg', '--purge', 'remote-service');
    box.write('/etc/systemd/system-preset/00-own.preset', 'disable remote-service.service\n');
    expect(await box.install(box.deb)).toMatchObject({ code: 0 });
    expect([await isActive(), await property('UnitFileState')]).toEqual(['inactive', 'disabled']);
    // The administrator's own choice outlives the package.
    await box.run('systemctl', 'enable', '--now', 'remote-service');
    expect(await box.install(debOf('covered'))).toMatchObject({ code: 0 });
    expect([await isActive(), await property('UnitFileState')]).toEqual(['active', 'enabled']);
  });
});
