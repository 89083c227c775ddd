import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { promisify } from 'node:util';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataFolders } from '../folders';
import { createFakeKeychain } from './fake-keychain.fixture';
import { createFileKeychain } from './file-keychain';
import type { KeychainPlace } from './keychain';
import { KEYCHAIN_CONTRACT } from './keychain-contract.fixture';
import { openKeychain } from './open-keychain';
import type { OsKeychain } from './os-keychain';

const root = path.resolve(import.meta.dirname, '../../..');
const child = path.join(import.meta.dirname, 'keychain-child.fixture.ts');

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

  const file = (name: string) => path.join(place.state, name);
  const damages: [string, () => void][] = [
    ['its key is gone', () => rmSync(file('key'))],
    ['its key is cut', () => writeFileSync(file('key'), 'short')],
    ['its key is too long', () => writeFileSync(file('key'), 'x'.repeat(5000))],
    ['its key is another', () => writeFileSync(file('key'), 'x'.repeat(32))],
    [
      'its key is a folder',
      () => {
        rmSync(file('key'));
        mkdirSync(file('key'));
      },
    ],
    ['its values are junk', () => writeFileSync(file('secrets.json'), '{"sealing-key":')],
    ['its values are empty', () => writeFileSync(file('secrets.json'), '')],
    ['a value is changed', () => writeFileSync(file('secrets.json'), '{"sealing-key":"a.b.c.d.e"}')],
  ];

  it.each(damages)('says once that %s, keeps the files aside, and can be filled anew', async (_, damage) => {
    const keychain = createFileKeychain(place.state);
    await keychain.set('sealing-key', 'value');
    damage();
    const before = readdirSync(place.state).filter((name) => name === 'key' || name === 'secrets.json');
    await expect(keychain.get('sealing-key')).rejects.toMatchObject({ code: 'keychain-damaged' });
    const kept = readdirSync(place.state).map((name) => name.replace(/\.broken-\d+$/, ''));
    expect(kept.sort()).toEqual(before.sort());
    expect(await keychain.get('sealing-key')).toBeNull();
    await keychain.set('sealing-key', 'new');
    expect(await createFileKeychain(place.state).get('sealing-key')).toBe('new');
  });

  it('also finds damage where a value is set or deleted', async () => {
    const keychain = createFileKeychain(place.state);
    for (const change of [() => keychain.set('sealing-key', 'new'), () => keychain.delete('sealing-key')]) {
      await keychain.set('back-office-token', 'value');
      writeFileSync(file('secrets.json'), '[');
      await expect(change()).rejects.toMatchObject({ code: 'keychain-damaged' });
    }
  });

  it.runIf(process.getuid?.() === 0)('is not damaged where it cannot be looked at', async () => {
    const keychain = createFileKeychain(place.state);
    await keychain.set('sealing-key', 'value');
    const { seteuid } = process;
    if (seteuid === undefined) throw new Error('no accounts here');
    seteuid(65_534);
    try {
      await expect(keychain.get('sealing-key')).rejects.toMatchObject({ code: 'keychain-unavailable' });
    } finally {
      seteuid(0);
    }
    expect(await keychain.get('sealing-key')).toBe('value');
  });

  it('refuses a value that was moved to another name', async () => {
    const keychain = createFileKeychain(place.state);
    await keychain.set('sealing-key', 'value');
    const { 'sealing-key': jwe } = JSON.parse(readFileSync(file('secrets.json'), 'utf8')) as Record<
      string,
      string
    >;
    writeFileSync(file('secrets.json'), JSON.stringify({ 'back-office-token': jwe }));
    await expect(keychain.get('back-office-token')).rejects.toMatchObject({ code: 'keychain-damaged' });
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

  it.each(['{"kind":', '', '{"kind":"cloud"}'])(
    'that is %j is kept aside and made as it was',
    async (junk) => {
      const choice = path.join(place.state, 'keychain.json');
      await (await openKeychain(place, osKeychain(false))).set('sealing-key', 'value');
      writeFileSync(choice, junk);
      const again = await openKeychain(place, osKeychain(true));
      expect([again.kind, await again.get('sealing-key')]).toEqual(['file', 'value']);
      expect(JSON.parse(readFileSync(choice, 'utf8'))).toEqual({ kind: 'file' });
      expect(readdirSync(place.state).some((name) => name.startsWith('keychain.json.broken-'))).toBe(true);
    },
  );

  it('that is junk, with no values of the file kind, is the operating system’s where that has one', async () => {
    writeFileSync(path.join(place.state, 'keychain.json'), '[]');
    expect((await openKeychain(place, osKeychain(true))).kind).toBe('os');
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

    it.each([
      ['never answers', () => undefined],
      ['answers the first words only', (socket: Socket) => void socket.write('OK 1234deadbeef\r\n')],
      ['ends at once', (socket: Socket) => void socket.destroy()],
    ])('is told as unavailable on a bus that %s, also where it was chosen before', async (_, serve) => {
      const bus = path.join(inFolder('bus-'), 'bus');
      const server = createServer((socket) => {
        socket.on('error', () => undefined).resume();
        socket.once('data', () => serve(socket));
      }).listen(bus);
      await once(server, 'listening');
      const variables = [`DBUS_SESSION_BUS_ADDRESS=unix:path=${bus}`];
      const ask = async (action: string) => {
        const words = [...variables, ...childCommand(action)];
        const options = { cwd: root, env: environment(inFolder('data-')), timeout: 30_000 } as const;
        return JSON.parse((await promisify(execFile)('env', words, options)).stdout) as unknown;
      };
      try {
        expect(await ask('set')).toEqual({ kind: 'file', value: 'kept' });
        writeFileSync(path.join(place.state, 'keychain.json'), '{"kind":"os"}');
        expect(await ask('get')).toEqual({ code: 'keychain-unavailable' });
      } finally {
        server.close();
        server.unref();
      }
    });
  },
);
