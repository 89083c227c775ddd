import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToService } from '@electron/link/service-client';
import { ROLES } from '@electron/link/role';
import { SOCKET_NAME } from '@electron/platform/local-endpoint';
import { openTestService, type TestService } from './socket-listener.fixture';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
let runFolder: string;
let socket: string;
const services: TestService[] = [];
beforeEach(() => {
  runFolder = mkdtempSync(path.join(tmpdir(), 'run-'));
  socket = path.join(runFolder, SOCKET_NAME);
});
afterEach(async () => {
  for (const service of services.splice(0)) await service.end();
  rmSync(runFolder, { recursive: true, force: true });
});

const start = async (folder = runFolder) => {
  const service = await openTestService({ runFolder: folder });
  services.push(service);
  return service;
};
const modeOf = (file: string) => (lstatSync(file).mode & 0o777).toString(8);
const target = { role: 'operator', build: 'spec' } as const;

describe('the service', () => {
  it.each([0o077, 0o000, 0o022])(
    'opens socket and keys to owner and group only, under umask %o',
    async (mask) => {
      const before = process.umask(mask);
      try {
        await start();
        expect(process.umask(mask)).toBe(mask);
      } finally {
        process.umask(before);
      }
      expect(modeOf(socket)).toBe('660');
      const modes = ROLES.map((role) => [role, modeOf(path.join(runFolder, `${role}.key`))]);
      expect(Object.fromEntries(modes)).toEqual({ viewer: '640', operator: '640', administrator: '600' });
    },
  );

  it('takes its socket away when it stops, and keeps its keys', async () => {
    const service = await start();
    const { client } = await service.connect();
    expect(await client.status.read()).toMatchObject({ ok: true });
    await service.listener.stop();
    expect(existsSync(socket)).toBe(false);
    await (await start()).connect();
  });

  it('does not start beside another, and of three at once one starts', async () => {
    const tried = await Promise.allSettled([start(), start(), start()]);
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(start()).rejects.toMatchObject({ code: 'service-already-running' });
    await services[0]?.connect();
  });

  it('takes the place of one that was killed', async () => {
    const listen = `require('net').createServer().listen(${JSON.stringify(socket)}, () => console.log('up'))`;
    const child = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(socket)).toBe(true);
    await (await start()).connect();
  });

  it.each([
    ['a file', () => writeFileSync(socket, 'precious')],
    ['a link', () => symlinkSync('/etc/hostname', socket)],
    ['a folder', () => mkdirSync(socket)],
  ])('does not start where %s stands, and leaves it there', async (_, make) => {
    make();
    const before = lstatSync(socket).ino;
    await expect(start()).rejects.toMatchObject({ code: 'socket-in-the-way', params: { file: socket } });
    expect(lstatSync(socket).ino).toBe(before);
  });

  it('does not use a key that others could have written, but makes another', async () => {
    const key = path.join(runFolder, 'viewer.key');
    writeFileSync(key, 'A'.repeat(43));
    chmodSync(key, 0o666);
    await (await start()).connect('viewer');
    expect(readFileSync(key, 'utf8')).not.toContain('A'.repeat(43));
    expect(modeOf(key)).toBe('640');
  });

  it('works where the folder has a long name', async () => {
    const long = path.join(runFolder, 'x'.repeat(120));
    mkdirSync(long, { mode: 0o750 });
    const { client } = await (await start(long)).connect();
    expect(await client.status.read()).toMatchObject({ ok: true });
  });
});

describe('a client', () => {
  it('says that nothing runs where nothing runs', async () => {
    await expect(connectToService({ ...target, runFolder })).rejects.toMatchObject({
      code: 'service-stopped',
    });
    await expect(
      connectToService({ ...target, runFolder: path.join(runFolder, 'none') }),
    ).rejects.toMatchObject({
      code: 'service-stopped',
    });
  });

  it('sends nothing into a folder that others may write to', async () => {
    await start();
    chmodSync(runFolder, 0o770);
    await expect(connectToService({ ...target, runFolder })).rejects.toMatchObject({
      code: 'service-untrusted',
    });
  });

  it('sends nothing to a service that does not know the key', async () => {
    await start();
    const received: Buffer[] = [];
    const fake = createServer((one) => {
      one.on('data', (bytes: Buffer) => received.push(bytes));
      one.write(Buffer.concat([Buffer.from([0, 0, 0, 17]), Buffer.from('{"protocol": "1"}')]));
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'fake-'));
    execFileSync('cp', ['-p', path.join(runFolder, 'operator.key'), folder]);
    await new Promise<void>((resolve) => fake.listen(path.join(folder, SOCKET_NAME), resolve));
    await expect(connectToService({ ...target, runFolder: folder })).rejects.toMatchObject({
      code: 'service-untrusted',
    });
    fake.close();
    rmSync(folder, { recursive: true });
    expect(Buffer.concat(received)).toHaveLength(0);
  });

  it.runIf(isRoot)('sends nothing to a socket of another account', async () => {
    const service = await start();
    let accepted = 0;
    await service.listener.stop();
    const fake = createServer(() => (accepted += 1));
    await new Promise<void>((resolve) => fake.listen(socket, resolve));
    chownSync(socket, NOBODY, NOBODY);
    await expect(connectToService({ ...target, runFolder })).rejects.toMatchObject({
      code: 'service-untrusted',
    });
    await expect(start()).rejects.toMatchObject({ code: 'socket-in-the-way' });
    expect(accepted).toBe(0);
    await new Promise((resolve) => fake.close(resolve));
  });

  it('refuses a key that is a link', async () => {
    await start();
    const key = path.join(runFolder, 'operator.key');
    execFileSync('mv', [key, `${key}.moved`]);
    symlinkSync(`${key}.moved`, key);
    await expect(connectToService({ ...target, runFolder })).rejects.toMatchObject({
      code: 'service-untrusted',
    });
  });
});
