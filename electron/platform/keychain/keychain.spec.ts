import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataFolders } from '../folders';
import { createFakeKeychain } from './fake-keychain';
import { createFileKeychain } from './file-keychain';
import type { KeychainPlace } from './keychain';
import { KEYCHAIN_CONTRACT } from './keychain-contract';
import { openKeychain } from './open-keychain';
import type { OsKeychain } from './os-keychain';

const root = path.resolve(import.meta.dirname, '../../..');
const child = path.join(import.meta.dirname, 'keychain-child.ts');

let parent: string;
let place: KeychainPlace;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'keychain-'));
  place = createDataFolders().prepare({ mode: 'embedded', home: path.join(parent, 'home') });
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const osKeychain = (isUsable: boolean): OsKeychain =>
  Object.assign(createFakeKeychain('os'), { isUsable: () => Promise.resolve(isUsable) });

describe.each([
  ['fake', () => createFakeKeychain()],
  ['file', () => createFileKeychain(place.state)],
] as const)('the %s keychain', (_, create) => {
  it('keeps the contract', async () => {
    const keychain = create();
    for (const check of Object.values(KEYCHAIN_CONTRACT)) await check(keychain);
  });
});

describe('the file keychain', () => {
  it('leaves no value in clear and nothing that others may read', async () => {
    await createFileKeychain(place.state).set('back-office-token', 'CANARY-token');
    expect(readdirSync(place.state).sort()).toEqual(['key', 'secrets.json']);
    for (const name of readdirSync(place.state)) {
      const file = path.join(place.state, name);
      expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
      expect(readFileSync(file, 'latin1')).not.toContain('CANARY');
    }
  });

  it('says so when its key is gone, and makes no new one', async () => {
    const keychain = createFileKeychain(place.state);
    await keychain.set('sealing-key', 'value');
    rmSync(path.join(place.state, 'key'));
    await expect(keychain.get('sealing-key')).rejects.toMatchObject({ code: 'keychain-unavailable' });
    await expect(keychain.set('sealing-key', 'new')).rejects.toMatchObject({ code: 'keychain-unavailable' });
    expect(readdirSync(place.state)).not.toContain('key');
  });

  it('refuses a value that was moved to another name', async () => {
    const keychain = createFileKeychain(place.state);
    await keychain.set('sealing-key', 'value');
    const file = path.join(place.state, 'secrets.json');
    const { 'sealing-key': jwe } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    writeFileSync(file, JSON.stringify({ 'back-office-token': jwe }));
    await expect(keychain.get('back-office-token')).rejects.toMatchObject({ code: 'keychain-unavailable' });
  });
});

describe('the choice of a keychain', () => {
  it('takes the file kind where the account has no keychain, and stays with it', async () => {
    expect((await openKeychain(place, osKeychain(false))).kind).toBe('file');
    expect((await openKeychain(place, osKeychain(true))).kind).toBe('file');
  });

  it('stays with the operating system when it is locked later', async () => {
    const os = createFakeKeychain('os');
    expect((await openKeychain(place, osKeychain(true))).kind).toBe('os');
    os.isLocked = true;
    const again = await openKeychain(place, Object.assign(os, { isUsable: () => Promise.resolve(false) }));
    await expect(again.get('sealing-key')).rejects.toMatchObject({ code: 'keychain-unavailable' });
  });

  it('makes no new choice beside one that cannot be read', async () => {
    writeFileSync(path.join(place.state, 'keychain.json'), '{"kind":');
    await expect(openKeychain(place, osKeychain(true))).rejects.toMatchObject({
      code: 'keychain-unavailable',
    });
  });
});

describe(
  'the keychain of the operating system (a gnome-keyring on a private D-Bus)',
  { timeout: 60_000 },
  () => {
    const UNLOCKED = 'eval "$(printf %s pass | gnome-keyring-daemon --unlock --components=secrets)"; "$@"';
    const LOCKED = `eval "$(printf %s pass | gnome-keyring-daemon --unlock --components=secrets)"
gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets \
  -m org.freedesktop.Secret.Service.Lock '["/org/freedesktop/secrets/collection/login"]' >/dev/null; "$@"`;
    const NO_SERVICE = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

    const inFolder = (name: string) => {
      const folder = mkdtempSync(path.join(parent, name));
      chmodSync(folder, 0o700);
      return folder;
    };
    const childCommand = (action: string) => [process.execPath, '--import', 'tsx', child, action, place.home];
    const environment = (data: string) => ({
      PATH: process.env['PATH'],
      HOME: parent,
      XDG_DATA_HOME: data,
      XDG_RUNTIME_DIR: inFolder('runtime-'),
    });
    const start = (command: string[], data: string): unknown =>
      JSON.parse(
        execFileSync(command[0] ?? '', command.slice(1), {
          cwd: root,
          env: environment(data),
          encoding: 'utf8',
          timeout: 30_000,
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      );
    const inSession = (script: string, action: string, data: string) =>
      start(['dbus-run-session', '--', 'bash', '-c', script, 'bash', ...childCommand(action)], data);

    it('keeps the contract', () => {
      expect(inSession(UNLOCKED, 'contract', inFolder('data-'))).toEqual({ kind: 'os' });
    });

    it('still has a value after a new login, and says so when it is locked or gone', () => {
      const data = inFolder('data-');
      expect(inSession(UNLOCKED, 'set', data)).toEqual({ kind: 'os', value: 'kept' });
      expect(inSession(UNLOCKED, 'get', data)).toEqual({ kind: 'os', value: 'kept' });
      expect(inSession(LOCKED, 'get', data)).toEqual({ code: 'keychain-unavailable' });
      expect(start(childCommand('get'), data)).toEqual({ code: 'keychain-unavailable' });
    });

    it('is not chosen on a bus that offers none, nor without a bus', () => {
      const config = path.join(parent, 'no-service.conf');
      writeFileSync(config, NO_SERVICE);
      const onEmptyBus = ['dbus-run-session', `--config-file=${config}`, '--', ...childCommand('set')];
      expect(start(onEmptyBus, inFolder('data-'))).toEqual({ kind: 'file', value: 'kept' });
      rmSync(path.join(place.state, 'keychain.json'));
      expect(start(childCommand('get'), inFolder('data-'))).toEqual({ kind: 'file', value: 'kept' });
    });
  },
);
