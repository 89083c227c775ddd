import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { openTheWayTo } from '../support/program-folder';
import { createProgram, type Program } from '../support/program';
import { kill, processesOf, servicesOf, socketInodesOf } from '../support/processes/processes';
import { sentenceOf } from '../support/words';

const isRoot = process.getuid?.() === 0;
let office: BackOffice;
let program: Program;
let socketFile: string;

beforeEach(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
  socketFile = path.join(program.home, 'run', 'service.sock');
});
afterEach(async () => {
  await program.end();
  await office.close();
});

/** The flag of a socket that accepts connections, in /proc/net/unix. */
const LISTENING = '00010000';

const status = () => program.cli(['status', '--json']);
const untilRunning = () =>
  vi.waitFor(async () => expect((await status()).code).toBe(0), { timeout: 20_000, interval: 50 });
const exitCodeOf = async (child: ChildProcess) => {
  const [code] = (await once(child, 'exit', { signal: AbortSignal.timeout(20_000) })) as [number | null];
  return code;
};
const output = () => readFileSync(path.join(program.base, 'output.log'), 'utf8');

it('does not start while the environment switches the checking of certificates off (T33)', async () => {
  const child = await program.startService(['/usr/bin/env', 'NODE_TLS_REJECT_UNAUTHORIZED=0']);
  expect(await exitCodeOf(child)).toBe(1);
  expect(output()).toContain(sentenceOf('certificate-checks-off'));
});

describe.runIf(isRoot)('a running service', () => {
  it('lets no other account reach its socket, and listens nowhere else', async () => {
    openTheWayTo(program);
    await program.startService();
    await untilRunning();
    const probe = path.join(program.base, 'probe.mjs');
    copyFileSync(path.resolve(import.meta.dirname, '../support/processes/probe-socket.mjs'), probe);
    chmodSync(probe, 0o644);
    const words = ['-u', 'nobody', '--', process.execPath, probe, socketFile];
    const { stdout } = await promisify(execFile)('runuser', words, { cwd: '/' });
    expect(stdout.trim()).toBe('EACCES');

    const pids = processesOf(program.base);
    const listeners = execFileSync('ss', ['-Hltunp'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => pids.some((pid) => line.includes(`pid=${pid},`)));
    expect(listeners).toEqual([]);
    const inodes = new Set(pids.flatMap(socketInodesOf));
    const unix = readFileSync('/proc/net/unix', 'utf8').split('\n').slice(1);
    const ours = unix.map((line) => line.trim().split(/\s+/)).filter((fields) => inodes.has(fields[6] ?? ''));
    expect(ours.some((fields) => fields[7] === socketFile)).toBe(true);
    // The kernel names Chromium's own socket pairs too, but nobody can connect to those.
    const abstract = ours.filter((fields) => fields[7]?.startsWith('@') && fields[3] === LISTENING);
    expect(abstract).toEqual([]);
  });

  it('is not believed when a stranger owns the socket: the client sends nothing', async () => {
    await program.cli(['settings', 'set', 'remoteService.enabled', 'false']);
    openTheWayTo(program);
    const run = path.dirname(socketFile);
    await program.startService();
    await untilRunning();
    for (const pid of servicesOf(program.base)) kill(pid);
    rmSync(socketFile, { force: true });
    const received = path.join(program.base, 'received');
    writeFileSync(received, '', { mode: 0o666 });
    chmodSync(received, 0o666);
    for (const folder of [program.home, run]) chmodSync(folder, 0o777);
    const script = `
      const { appendFileSync } = require('node:fs');
      process.umask(0);
      require('node:net').createServer((socket) => {
        appendFileSync(process.argv[2], 'connected ');
        socket.on('data', (data) => appendFileSync(process.argv[2], data)).on('error', () => {});
      }).listen(process.argv[1], () => console.log('up'));`;
    const words = ['-u', 'nobody', '--', process.execPath, '-e', script, socketFile, received];
    const squatter = spawn('runuser', words, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
    await once(squatter.stdout, 'data');
    for (const folder of [program.home, run]) chmodSync(folder, 0o750);
    const answer = await status();
    expect(answer.code).not.toBe(0);
    expect(answer.errors).toContain(sentenceOf('service-untrusted'));
    expect(readFileSync(received, 'utf8')).toBe('');
    kill(squatter.pid);
  });
});

describe('something in the place of the socket', () => {
  const bring = {
    'a regular file': (file: string) => writeFileSync(file, 'mine'),
    'a link': (file: string) => symlinkSync('/etc/hostname', file),
    'a folder': (file: string) => mkdirSync(file),
  };

  it.each(Object.entries(bring))('%s keeps the service from starting, and stays', async (_, place) => {
    mkdirSync(path.dirname(socketFile), { recursive: true, mode: 0o700 });
    place(socketFile);
    const before = execFileSync('ls', ['-ld', socketFile], { encoding: 'utf8' });
    expect(await exitCodeOf(await program.startService())).not.toBe(0);
    expect(output()).toContain(sentenceOf('socket-in-the-way', { file: socketFile }));
    expect(execFileSync('ls', ['-ld', socketFile], { encoding: 'utf8' })).toBe(before);
  });

  it('a service that runs keeps a second one from starting and goes on', async () => {
    await program.startService();
    await untilRunning();
    expect(await exitCodeOf(await program.startService())).not.toBe(0);
    expect(output()).toContain(sentenceOf('service-already-running'));
    expect((await status()).code).toBe(0);
  });
});

const residentMegabytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

it('two thousand silent connections cost less than 50 MB, and a real client is answered within a second', async () => {
  await program.startService();
  await untilRunning();
  const [pid = 0] = servicesOf(program.base);
  const before = residentMegabytes(pid);
  const sockets: Socket[] = [];
  for (let count = 0; count < 2000; count += 1) {
    const socket = connect(socketFile);
    socket.on('error', () => undefined);
    // The header of a frame of a megabyte, and nothing after it.
    socket.once('connect', () => socket.write(Buffer.from([0, 16, 0, 0, 123])));
    sockets.push(socket);
    if (count % 100 === 99) await new Promise(setImmediate);
  }
  const start = performance.now();
  const answered = await status();
  const ownStart = performance.now();
  await program.cli(['--version']);
  const toStart = performance.now() - ownStart;
  expect(answered.code).toBe(0);
  // The start of the command itself does not count as the service's time.
  expect(ownStart - start - toStart).toBeLessThan(1000);
  expect(residentMegabytes(pid) - before).toBeLessThan(50);
  for (const socket of sockets) socket.destroy();
});
