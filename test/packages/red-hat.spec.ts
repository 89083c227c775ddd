import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawnMoments } from '../support/packages/drawn-moments';
import { PATIENCE, SHARE, startPackageBox, type PackageBox } from '../support/packages/package-box';

let box: PackageBox;

// The machine is a Debian, which knows nothing of the packages that Red Hat's names stand for.
const rpm = (...words: string[]) => box.exec('rpm', '--nodeps', ...words);
/** The name under which rpm writes a file before it renames it; newer versions end it in a tilde. */
const LEFT_BY_RPM = [
  '/opt/remote-service/resources/app.asar;6bf0a1c2',
  '/usr/lib/remote-service/service-helper.6bf0a1c2~',
];
const isActive = async () => (await box.exec('systemctl', 'is-active', 'remote-service')).text;
const process = () => box.run('systemctl', 'show', '--value', '--property=MainPID', 'remote-service');

beforeAll(async () => {
  box = await startPackageBox();
}, 900_000);
afterAll(() => box.end(), 60_000);

// One machine's life; the package is put over itself, which to its scripts is an update.
describe('a machine with the RPM package', { timeout: 300_000 }, () => {
  it('gets the service, running as its own account, without a question', async () => {
    expect(await rpm('--install', box.rpm)).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('active');
    await box.run('usermod', '--append', '--groups', 'remote-service-operators', 'olga');
    await box.answers();
    expect(await box.run('ps', '-o', 'user:20=', '-p', await process())).toBe('remote-service');
    expect(await rpm('--verify', 'remote-service')).toMatchObject({ text: '' });
  });

  it('is not updated where the maintenance does not cover it, and the old one still runs', async () => {
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
      expect(await box.cli(`remote-service licence install ${SHARE}/ended.jws`)).toMatchObject({ code: 0 });
    }, PATIENCE);
    const before = await process();
    const { code, errors } = await rpm('--upgrade', '--force', box.rpm);
    expect(code).not.toBe(0);
    expect(errors).toMatch(/31 January 2026/);
    expect(await process()).toBe(before);
    expect(await isActive()).toBe('active');
  });

  it('is updated where it does, restarted and with its settings', async () => {
    expect(await box.cli(`remote-service licence install ${SHARE}/licence.jws`)).toMatchObject({ code: 0 });
    const before = await process();
    expect(await rpm('--upgrade', '--force', box.rpm)).toMatchObject({ code: 0 });
    await box.answers();
    expect(await process()).not.toBe(before);
    expect((await box.cli('remote-service settings get licenceServers')).text).toContain('Main server');
  });

  it('is whole and runs after an update was killed, and done again', async () => {
    const started = Date.now();
    expect(await rpm('--upgrade', '--force', box.rpm)).toMatchObject({ code: 0 });
    const [moment = 0] = drawnMoments(1, Date.now() - started);
    await box.exec(
      'bash',
      '-c',
      `setsid rpm --nodeps --upgrade --force ${box.rpm} & sleep ${moment / 1000}; kill -KILL -- -$!; wait $!`,
    );
    for (const place of LEFT_BY_RPM) await box.run('touch', place);
    expect([moment, await rpm('--upgrade', '--force', box.rpm)]).toMatchObject([moment, { code: 0 }]);
    expect(await rpm('--verify', 'remote-service')).toMatchObject({ text: '' });
    expect((await box.exec('ls', ...LEFT_BY_RPM)).text).toBe('');
    await box.answers();
  });

  it('leaves a stopped service stopped', async () => {
    await box.run('systemctl', 'stop', 'remote-service');
    expect(await rpm('--upgrade', '--force', box.rpm)).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('inactive');
    await box.run('systemctl', 'start', 'remote-service');
    await box.answers();
  });

  it('keeps its data and nothing of the program when it is erased, with what a killed rpm left', async () => {
    for (const place of LEFT_BY_RPM) await box.run('touch', place);
    expect(await rpm('--erase', 'remote-service')).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('inactive');
    expect((await box.exec('ls', '/opt/remote-service')).code).not.toBe(0);
    expect((await box.exec('systemctl', 'is-enabled', 'remote-service')).code).not.toBe(0);
    await box.run('test', '-e', '/etc/remote-service/settings/settings.json');
    await box.run('test', '-e', '/var/lib/remote-service/state/audit/audit.jsonl');
  });

  it('is neither enabled nor started where a preset of the organisation says so', async () => {
    box.write('/etc/systemd/system-preset/00-own.preset', 'disable remote-service.service\n');
    expect(await rpm('--install', box.rpm)).toMatchObject({ code: 0 });
    expect(await isActive()).toBe('inactive');
    expect((await box.exec('systemctl', 'is-enabled', 'remote-service')).text).toBe('disabled');
  });
});
