import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';
import { makeLinuxPackages, quicken } from '../support/packages/packages';
import { startSystemdBox, type SystemdBox } from '../support/packages/systemd-box';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PATIENCE = { timeout: 120_000, interval: 500 };
const LICENCES = '/srv/licences';

let box: SystemdBox;
const cli = (command: string) => box.exec('runuser', '-l', 'olga', '-s', '/bin/bash', '-c', command);
const set = async (key: string, value: string) => {
  const { code, errors } = await cli(`printf %s '${value}' | remote-service settings set ${key} -`);
  expect({ key, code, errors }).toMatchObject({ code: 0 });
};

/** The reference back office, as a service of the box: the box has a network of its own. */
const startBackOffice = async () => {
  const words = ['--unit=office', '--working-directory=/opt/source', '--setenv=HOME=/root'];
  const output = ['--property=StandardOutput=file:/srv/office.json', '--property=UMask=0022'];
  await box.run(
    'systemd-run',
    ...words,
    ...output,
    '/usr/bin/env',
    'node',
    'build/back-office.mjs',
    '--folder',
    '/srv/office',
  );
  return vi.waitFor(() => {
    const text = readFileSync(path.join(box.root, 'srv/office.json'), 'utf8');
    return JSON.parse(text) as {
      vendorProfileFile: string;
      organisation: Record<'id' | 'verificationCode', string>;
    };
  }, PATIENCE);
};

/** Starts the app of the operator and waits for its link to the service. */
const startApp = async (unit: string, words = '') => {
  const log = '/home/olga/.config/Remote Service/logs/app.log';
  await box.exec('truncate', '--no-create', '--size=0', log);
  // Without a bus: on one, activating the machine's notification daemon would wait two minutes for a desktop.
  const command = `DISPLAY=:9 DBUS_SESSION_BUS_ADDRESS=disabled: exec remote-service ${words}`;
  const asOlga = ['runuser', '-l', 'olga', '-s', '/bin/bash', '-c', command];
  await box.run('systemd-run', `--unit=${unit}`, '--property=StandardError=null', ...asOlga);
  await vi.waitFor(
    async () => expect(await box.run('cat', log)).toContain('connected to the service'),
    PATIENCE,
  );
};

beforeAll(async () => {
  const { folder, deb } = await makeLinuxPackages();
  box = await startSystemdBox([
    { from: folder, to: '/srv/packages' },
    { from: REPOSITORY, to: '/opt/source' },
  ]);
  quicken(box);
  await box.run('dpkg', '--install', `/srv/packages/${path.basename(deb)}`);
  await box.run('useradd', '--create-home', '--groups', 'remote-service-operators', 'olga');
});
afterAll(() => box.stop(), 60_000);

it('does its main job as it is installed, and its page is connected to it', async () => {
  const { vendorProfileFile, organisation } = await startBackOffice();
  await box.run('chmod', '--recursive', 'a+rX', '/srv/office');
  box.write(
    '/etc/systemd/system/remote-service.service.d/vendor.conf',
    `[Service]\nEnvironment=REMOTE_SERVICE_VENDOR=${vendorProfileFile}\n`,
  );
  await box.run('install', '--directory', '--owner=remote-service', LICENCES);
  box.write(`${LICENCES}/prismadirect.lic`, demoLicenceFile(), 0o666);
  await box.run('systemctl', 'daemon-reload');
  await box.run('systemctl', 'restart', 'remote-service');
  await set('remoteService.serviceOrganisationId', organisation.id);
  await set('remoteService.verificationCode', organisation.verificationCode);
  await set('licenceServers', JSON.stringify([{ name: 'Main server', kind: 'local', path: LICENCES }]));
  await set('remoteService.enabled', 'true');
  await vi.waitFor(async () => {
    const { text } = await cli('remote-service status --json');
    expect(JSON.parse(text)).toMatchObject({
      connection: { state: 'connected' },
      licence: { sequence: expect.any(Number) as number },
      service: { mode: 'installed', account: 'remote-service' },
    });
  }, PATIENCE);
  expect(await box.run('cat', `${LICENCES}/prismadirect.lic`)).not.toBe(demoLicenceFile().trim());

  await box.run('systemd-run', '--unit=display', 'Xvfb', ':9', '-nolisten', 'tcp', '-noreset');
  await startApp('app');
  // No sandbox was taken from it.
  const renderers = await box.run('pgrep', '--full', '--list-full', '--uid', 'olga', 'type=renderer');
  expect(renderers).not.toContain('--no-sandbox');
});

it('starts with the session of an operator, without a window', async () => {
  const entry = '/home/olga/.config/autostart/remote-service.desktop';
  await vi.waitFor(async () => {
    expect(await box.run('cat', entry)).toContain('Exec="/usr/bin/remote-service" --hidden\n');
  }, PATIENCE);
  await box.run('desktop-file-validate', entry);
  await box.run('systemctl', 'stop', 'app');
  await startApp('app-hidden', '--hidden');
  const pages = () => box.exec('pgrep', '--full', '--uid', 'olga', 'type=renderer');
  expect(await pages()).toMatchObject({ code: 1 });
  // A second start shows the window of the one that runs.
  await box.exec('runuser', '-l', 'olga', '-c', 'DISPLAY=:9 remote-service');
  await vi.waitFor(async () => expect(await pages()).toMatchObject({ code: 0 }), PATIENCE);
});

it('tells a monitoring account the state, and neither a name nor a secret', async () => {
  await box.run('useradd', '--system', 'nagios');
  const asNagios = (...words: string[]) => box.execAs('nagios', 'remote-service', ...words);
  const { code, text } = await asNagios('monitor', '--warning', '0', '--critical', '0');
  expect({ code, text }).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^REMOTE SERVICE OK - .* \| /) as string,
  });
  const metrics = await asNagios('status', '--format', 'prometheus');
  expect(metrics).toMatchObject({ code: 0 });
  expect(metrics.text).toContain('remote_service_connection_state{state="connected"} 1');
  expect(metrics.text + text).not.toMatch(/Main server|licences|Druckhaus/);
  expect(await asNagios('status')).toMatchObject({ code: 31 });
  expect(await asNagios('monitor', '--warning', 'soon')).toMatchObject({ code: 3 });
  await box.run('systemctl', 'stop', 'remote-service');
  expect(await asNagios('monitor')).toMatchObject({
    code: 2,
    text: expect.stringContaining('REMOTE SERVICE CRITICAL - ') as string,
  });
  expect((await asNagios('status', '--format', 'prometheus')).text).toContain('remote_service_up 0');
});
