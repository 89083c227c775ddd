import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';
import { makeLinuxPackages, quicken } from '../support/packages/packages';
import { startSystemdBox, type SystemdBox } from '../support/packages/systemd-box';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PATIENCE = { timeout: 240_000, interval: 500 };
const ROLE = '/opt/source/build/ansible';
const LICENCES = '/srv/licences';
/** Of the reference back office. */
const CODE = '7Q4-KM2-XP9';

const boxes: SystemdBox[] = [];
let deb: string;
let plays = 0;

/** A machine with a back office beside it, which has a network of its own; the program is not installed yet. */
const startMachine = async (folder: string): Promise<SystemdBox> => {
  const box = await startSystemdBox([
    { from: folder, to: '/srv/packages' },
    { from: REPOSITORY, to: '/opt/source' },
  ]);
  boxes.push(box);
  quicken(box);
  const words = ['--unit=office', '--working-directory=/opt/source', '--setenv=HOME=/root'];
  const output = ['--property=StandardOutput=file:/srv/office.json', '--property=UMask=0022'];
  const office = ['/usr/bin/env', 'node', 'build/back-office.mjs', '--folder', '/srv/office'];
  await box.run('systemd-run', ...words, ...output, ...office);
  await vi.waitFor(() => {
    const text = readFileSync(path.join(box.root, 'srv/office.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ organisation: { id: 'SO-2001', verificationCode: CODE } });
  }, PATIENCE);
  await box.run('chmod', '--recursive', 'a+rX', '/srv/office');
  box.write(
    '/etc/systemd/system/remote-service.service.d/vendor.conf',
    '[Service]\nEnvironment=REMOTE_SERVICE_VENDOR=/srv/office/vendor.json\n',
  );
  await box.run('install', '--directory', '--mode=0777', LICENCES);
  box.write(`${LICENCES}/prismadirect.lic`, demoLicenceFile(), 0o666);
  await box.run('chmod', '0666', `${LICENCES}/prismadirect.lic`);
  return box;
};

/** Runs the playbook to its end, however long that takes; `changes` are the tasks that have changed something. */
const play = async (box: SystemdBox, values: object = {}, ...options: string[]) => {
  const name = `/srv/play-${++plays}`;
  const given = { vault_verification_code: CODE, remote_service_package: deb, ...values };
  box.write(`${name}.json`, JSON.stringify(given), 0o600);
  const words = [
    ...[
      'ansible-playbook',
      '-i',
      'print1,',
      '-c',
      'local',
      '-e',
      'ansible_python_interpreter=/usr/bin/python3',
    ],
    ...['-e', `@${ROLE}/example-vars.yml`, '-e', `@${name}.json`, '-vv', ...options, `${ROLE}/site.yml`],
  ];
  const script = `cd /srv; HOME=/root LC_ALL=C.UTF-8 "$@" > ${name}.out 2>&1; echo $? > ${name}.part; mv ${name}.part ${name}.code`;
  await box.run('systemd-run', '--quiet', 'sh', '-c', script, 'play', ...words);
  const read = (ending: string) => readFileSync(path.join(box.root, `${name}.${ending}`), 'utf8');
  await vi.waitFor(() => expect(existsSync(path.join(box.root, `${name}.code`))).toBe(true), PATIENCE);
  const said = read('out');
  const [, changed = '?', failed = '?'] = /changed=(\d+) .*failed=(\d+)/.exec(said) ?? [];
  const changes = said
    .split(/^TASK /m)
    .filter((task) => /^changed: /m.test(task))
    .map((task) => /^\[(?:.* : )?(.*?)\]/.exec(task)?.[1]);
  return { code: Number(read('code')), said, changed: Number(changed), failed: Number(failed), changes };
};

beforeAll(async () => {
  const packages = await makeLinuxPackages();
  deb = `/srv/packages/${path.basename(packages.deb)}`;
  await Promise.all([1, 2].map(() => startMachine(packages.folder)));
}, 900_000);
afterAll(() => Promise.all(boxes.map((box) => box.stop())), 60_000);

const machine = () => {
  const [box] = boxes;
  if (box === undefined) throw new Error('no machine');
  return box;
};

describe('the Ansible role', { timeout: 600_000 }, () => {
  it('says on a machine without the program that the package would be installed', async () => {
    const { code, changes } = await play(machine(), {}, '--check');
    expect({ code, changes }).toEqual({ code: 0, changes: ['Install the Debian package'] });
    expect(existsSync(path.join(machine().root, 'usr/bin/remote-service'))).toBe(false);
  });

  it('installs, configures and connects two machines, with their licences', async () => {
    const runs = await Promise.all(boxes.map((box) => play(box)));
    for (const { code, said, changed } of runs) {
      expect({ code, said }).toMatchObject({ code: 0 });
      expect(changed).toBeGreaterThan(0);
      expect(said).not.toContain(CODE);
    }
    for (const box of boxes) {
      const operator = await box.exec('runuser', '-l', 'olga', '-c', 'remote-service status --json');
      expect(JSON.parse(operator.text)).toMatchObject({ connection: { state: 'connected' } });
      expect(await box.run('remote-service', 'settings', 'get', 'updates.download')).toBe('false');
      await vi.waitFor(async () => {
        expect(await box.run('cat', `${LICENCES}/prismadirect.lic`)).not.toBe(demoLicenceFile().trim());
      }, PATIENCE);
      expect(await box.run('stat', '--format=%a %U', '/etc/remote-service/ansible-secrets')).toBe('600 root');
    }
  });

  it('changes nothing the second time, and a dry run says so', async () => {
    for (const options of [[], ['--check']]) {
      const { code, changed, failed, changes } = await play(machine(), {}, ...options);
      expect({ code, changed, failed, changes }).toEqual({ code: 0, changed: 0, failed: 0, changes: [] });
    }
  });

  it('says in a dry run what would change, and leaves it as it is', async () => {
    const before = await machine().run('remote-service', 'settings', 'get', '--json');
    const values = {
      remote_service_operators: ['olga', 'oskar'],
      remote_service_settings: {
        remoteService: { enabled: true, serviceOrganisationId: 'SO-2001' },
        notices: { days: [5] },
      },
    };
    const { code, changes } = await play(machine(), values, '--check');
    expect({ code, changes }).toEqual({
      code: 0,
      changes: ['Let the operators use the program', 'Compare the settings'],
    });
    expect(await machine().run('remote-service', 'settings', 'get', '--json')).toBe(before);
    expect((await machine().exec('id', 'oskar')).code).not.toBe(0);
  });

  it("fails with the program's own sentence where the code is wrong, and never shows the code (T64)", async () => {
    const wrong = await play(machine(), { vault_verification_code: 'WRONG-77' });
    expect(wrong).toMatchObject({ failed: 1 });
    expect(wrong.code).not.toBe(0);
    expect(wrong.said).toContain(
      '"msg": "The service organisation does not accept the verification code. Ask the help desk for the current code',
    );
    expect(wrong.said).not.toContain('WRONG-77');
    const long = await play(machine(), { vault_verification_code: 'LONG'.repeat(200) });
    expect(long.said).toContain('"msg": "This value is not valid for remoteService.verificationCode.');
    expect(long.said).not.toContain('LONGLONG');
  });

  it('connects the machine again with the right code', async () => {
    const { code, changes } = await play(machine());
    expect({ code, changes }).toEqual({
      code: 0,
      changes: ['Set the secrets', 'Keep the fingerprints of the secrets'],
    });
  });

  it('has the code set by a credential of a unit as well, as the page for administrators shows it', async () => {
    const box = machine();
    box.write('/root/verification-code', 'WRONG-88', 0o600);
    const command =
      'remote-service settings set remoteService.verificationCode - < "$CREDENTIALS_DIRECTORY/code"';
    const page = readFileSync(path.join(REPOSITORY, 'build/README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    expect(page).toContain('`LoadCredential=code:/root/verification-code`');
    expect(page).toContain(`ExecStart=/bin/sh -c '${command}'`);
    const unit = ['--wait', '--quiet', '--property=LoadCredential=code:/root/verification-code'];
    await box.run('systemd-run', ...unit, '/bin/sh', '-c', command);
    await vi.waitFor(async () => {
      const { text } = await box.exec('remote-service', 'status', '--json');
      expect(JSON.parse(text)).toMatchObject({ connection: { reason: 'verification-code-wrong' } });
    }, PATIENCE);
  });
});
