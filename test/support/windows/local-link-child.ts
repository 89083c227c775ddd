import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { FrameSocket } from '@electron/link/frame-socket';
import { HANDSHAKE_CAP, newNonce } from '@electron/link/handshake';
import type { Role } from '@electron/link/role';
import { connectToService } from '@electron/link/service-client';
import { silentLogger } from '@electron/log/logger';
import { createLocalEndpoint } from '@electron/platform/local-endpoint';
import { openStandardInput } from '@electron/platform/standard-input';
import { SocketListener } from '@electron/service/socket/socket-listener';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { wholeStatus } from '@shared/domain/status/status-change';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { AppError } from '@shared/errors/app-error';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';

/**
 * Started by the spec inside Windows: `listen` is the service's end of the link, `drive` a client that starts, stops and
 * kills processes of that end, `use` a client of one that is there or about to be. Both print as JSON what they saw.
 */
const [task = '', given = ''] = process.argv.slice(2);

const PATIENCE_MS = 30_000;

const say = (line: string) =>
  new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

/* The service's end. */

const status = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1', mode: 'embedded', isStarting: false },
  0,
);
const snapshot = (rev: number) => ({ epoch: 'e', rev, status });

const listen = async (runFolder: string) => {
  mkdirSync(runFolder, { recursive: true });
  const handlers = {
    status: { read: () => Promise.resolve(snapshot(1)) },
    connection: {
      tryNow: () => {
        listener.publish('status', 'changed', wholeStatus(snapshot(2)));
        return Promise.resolve();
      },
    },
  } as unknown as ServiceHandlers;
  const listener = new SocketListener({
    runFolder,
    build: '1.2.3',
    handlers,
    log: silentLogger,
    namePeer: () => Promise.resolve(null),
  });
  await listener.start();
  await say('up');
  await once(openStandardInput().resume(), 'end');
  await listener.stop();
};

/* The client's end. */

const startListener = async (runFolder: string) => {
  const child = spawn(process.execPath, [process.argv[1] ?? '', 'listen', runFolder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
};

const ended = async (child: ChildProcess) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

const target = (runFolder: string, role: Role = 'operator') => ({ runFolder, role, build: 'client' });

/** How a connection fails, or what came of a call and the event that the service answers it with. */
const use = async (runFolder: string, role?: Role) => {
  try {
    const link = await connectToService(target(runFolder, role));
    const event = new Promise<number>((resolve) => link.client.status.changed(({ rev }) => resolve(rev)));
    const read = await link.client.status.read();
    const tried = await link.client.connection.tryNow();
    const seen = { build: link.build, read: read.ok && read.value.rev, tried: tried.ok };
    const rev = tried.ok ? await event : null;
    link.close();
    return { ...seen, event: rev };
  } catch (error) {
    return codeOf(error);
  }
};

/** A client without the key: says hello properly and proves nothing. */
const pretend = async (runFolder: string) => {
  const frames = new FrameSocket(connect(createLocalEndpoint().address(runFolder).path), HANDSHAKE_CAP);
  await frames.next();
  frames.send({ protocol: 2, build: 'x', role: 'operator', clientNonce: newNonce() });
  await frames.next();
  frames.send({ clientProof: newNonce() });
  return frames.next().then(
    () => 'let in',
    () => 'refused',
  );
};

/** Somebody else's pipe in the place of the service's: greets like one, without the key. */
const squat = async (address: string) => {
  const server = createServer((socket) => {
    const frames = new FrameSocket(socket, HANDSHAKE_CAP);
    frames.send({ protocol: 2, build: 'x', serverNonce: newNonce() });
    void frames.next().then(
      () => frames.send({ serverProof: newNonce() }),
      () => undefined,
    );
  });
  server.listen(address);
  await once(server, 'listening');
  return server;
};

const withOtherKey = (runFolder: string) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'other-'));
  for (const name of ['service.pipe', 'operator.key'])
    cpSync(path.join(runFolder, name), path.join(copy, name));
  writeFileSync(path.join(copy, 'operator.key'), `${randomBytes(32).toString('base64url')}\n`);
  return copy;
};

const pipeList = (name: string) =>
  execFileSync(path.join(path.dirname(process.execPath), 'pipe-list.exe'), [name], {
    encoding: 'utf8',
  }).trim();

const drive = async () => {
  const runFolder = mkdtempSync(path.join(tmpdir(), 'run-'));
  const nameFile = path.join(runFolder, 'service.pipe');
  const nameNow = () => readFileSync(nameFile, 'utf8').trim();
  const seen: Record<string, unknown> = { before: await use(runFolder) };

  const first = await startListener(runFolder);
  const firstName = nameNow();
  seen['name'] = firstName;
  seen['first'] = { operator: await use(runFolder), viewer: await use(runFolder, 'viewer') };
  seen['list'] = pipeList(firstName);
  seen['wrongKey'] = { service: await use(withOtherKey(runFolder)), client: await pretend(runFolder) };
  const second = await startListener(runFolder);
  seen['second'] = {
    said: second.said,
    stillThere: nameNow() === firstName,
    exit: await ended(second.child),
  };

  const link = await connectToService(target(runFolder));
  const lost = new Promise<string>((resolve) => link.onClosed(() => resolve('lost')));
  first.child.kill();
  seen['killed'] = { link: await lost, exited: (await ended(first.child)) !== 0, file: existsSync(nameFile) };
  seen['afterKill'] = await use(runFolder);
  const squatter = await squat(createLocalEndpoint().address(runFolder).path);
  seen['squatted'] = await use(runFolder);

  const third = await startListener(runFolder);
  seen['third'] = { isOtherName: nameNow() !== firstName, use: await use(runFolder) };
  squatter.close();
  third.child.stdin.end();
  seen['stopped'] = { exit: await ended(third.child), file: existsSync(nameFile), use: await use(runFolder) };
  await say(JSON.stringify(seen));
};

/** The service manager says that a service runs before it listens, and that it has stopped when it has. */
const useWhenThere = async (runFolder: string) => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await use(runFolder);
    if (seen !== 'service-stopped' || performance.now() > end) return say(JSON.stringify(seen));
    await wait(100);
  }
};

const TASKS: Readonly<Record<string, () => Promise<void>>> = {
  listen: () => listen(given),
  use: () => useWhenThere(given),
  drive,
};
await TASKS[task]?.().catch((error: unknown) => say(codeOf(error)));
process.exit();
