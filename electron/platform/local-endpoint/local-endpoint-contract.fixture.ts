import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import type { LocalEndpoint } from './local-endpoint';

const KEY = { name: 'operator', readers: 'group' } as const;
const CLOSED_KEY = { name: 'administrator', readers: 'owner' } as const;

/** Every connection gets one word, then its end; one that has left already is no failure. */
const openServer = () => createServer((socket) => socket.on('error', () => undefined).end('here'));
const closed = (server: Server) => new Promise((resolve) => server.close(resolve));

const claimed = async (endpoint: LocalEndpoint, runFolder: string) => {
  const server = openServer();
  const address = await endpoint.claim(server, runFolder);
  return async () => {
    await closed(server);
    address.release();
  };
};

/** The word of whoever answers at the end point. */
const heard = async (endpoint: LocalEndpoint, runFolder: string): Promise<string> => {
  endpoint.findOwners(runFolder, 'embedded');
  const address = endpoint.address(runFolder);
  try {
    const socket = connect(address.path).setEncoding('utf8');
    const [word] = (await once(socket, 'data')) as [string];
    socket.destroy();
    return word;
  } finally {
    address.release();
  }
};

const fails = (run: () => unknown, code: string) =>
  assert.rejects(
    async () => {
      await run();
    },
    { code },
  );

/** The entries of the run folder whose names belong to the adapter. */
export interface ContractPlace {
  /** Absolute, empty and for this account alone. */
  runFolder: string;
  /** The name of the file that marks the end point. */
  mark: string;
}

/** The rules of every LocalEndpoint; each check has a run folder of its own. */
export const LOCAL_ENDPOINT_CONTRACT: Readonly<
  Record<string, (endpoint: LocalEndpoint, place: ContractPlace) => Promise<void>>
> = {
  'is reached where it was claimed': async (endpoint, { runFolder }) => {
    const release = await claimed(endpoint, runFolder);
    assert.equal(await heard(endpoint, runFolder), 'here');
    assert.equal(await heard(endpoint, runFolder), 'here');
    await release();
  },
  'is stopped before and after': async (endpoint, { runFolder }) => {
    await fails(() => heard(endpoint, runFolder), 'service-stopped');
    await fails(() => heard(endpoint, path.join(runFolder, 'none')), 'service-stopped');
    const release = await claimed(endpoint, runFolder);
    await release();
    await fails(() => heard(endpoint, runFolder), 'service-stopped');
  },
  'belongs to one, and to the next one after it': async (endpoint, { runFolder }) => {
    const release = await claimed(endpoint, runFolder);
    await fails(() => claimed(endpoint, runFolder), 'service-already-running');
    assert.equal(await heard(endpoint, runFolder), 'here');
    await release();
    await (
      await claimed(endpoint, runFolder)
    )();
  },
  'belongs to one of three that try at once': async (endpoint, { runFolder }) => {
    const tried = await Promise.allSettled([0, 1, 2].map(() => claimed(endpoint, runFolder)));
    const releases = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    assert.equal(releases.length, 1);
    for (const release of releases) await release();
  },
  'leaves alone what stands in its way': async (endpoint, { runFolder, mark }) => {
    const inTheWay = path.join(runFolder, mark);
    mkdirSync(inTheWay);
    await fails(() => claimed(endpoint, runFolder), 'socket-in-the-way');
    await fails(() => heard(endpoint, runFolder), 'service-untrusted');
    rmSync(inTheWay, { recursive: true });
    await (
      await claimed(endpoint, runFolder)
    )();
  },
  'keeps keys': async (endpoint, { runFolder }) => {
    for (const key of [KEY, CLOSED_KEY]) {
      const file = { ...key, runFolder };
      const bytes = Buffer.alloc(32, key.name);
      await fails(() => endpoint.readKey(file), 'service-stopped');
      await endpoint.writeKey(file, Buffer.alloc(32));
      await endpoint.writeKey(file, bytes);
      assert.deepEqual(endpoint.readKey(file), bytes);
    }
  },
  'believes no key that is none': async (endpoint, { runFolder }) => {
    await endpoint.writeKey({ ...KEY, runFolder }, Buffer.alloc(16));
    await fails(() => endpoint.readKey({ ...KEY, runFolder }), 'service-untrusted');
    mkdirSync(path.join(runFolder, 'viewer.key'));
    await fails(() => endpoint.readKey({ ...KEY, name: 'viewer', runFolder }), 'service-untrusted');
  },
};
