import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HttpRequest } from '@electron/service/ports/http-client';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { launchNetHarness, type NetHarness } from './net-harness/launch';

/** Chromium joins a datagram socket to this address to see whether there is a way for IPv6; nothing is sent on it. */
const ROUTE_PROBE = '2001:4860:4860::8888';

let folder: string;
let office: BackOffice;
let harness: NetHarness;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'silence-'));
  office = await startBackOffice();
  const trace = ['strace', '-f', '-qq', '-e', 'trace=connect', '-o', path.join(folder, 'trace')];
  harness = await launchNetHarness(trace);
});
afterEach(async () => {
  await harness.stop();
  await office.close();
  await rm(folder, { recursive: true });
});

const destinations = async () =>
  (await readFile(path.join(folder, 'trace'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes('AF_INET') && !line.includes(ROUTE_PROBE))
    .map((line) => /inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"/.exec(line)?.[1]);
const open = (host: string) =>
  harness.open({
    address: `https://${host}:${office.port}/api/v1`,
    userAgent: 'remote-service/1.0.0',
    proxy: { mode: 'none', url: '' },
    certificates: [office.caPem],
  });
const request: HttpRequest = {
  ...{ method: 'GET', path: '/key-set', maxBytes: 524_288, deadlineMs: 10_000 },
  accept: ['application/jose+json'],
};

it('reaches nobody but the back office, and not even that before the first call', async () => {
  const client = await open('127.0.0.1');
  expect(await destinations()).toEqual([]);
  for (let calls = 0; calls < 20; calls += 1) await client.request(request);
  expect([...new Set(await destinations())]).toEqual(['127.0.0.1']);
});

it('goes on over IPv4 where nothing answers at the IPv6 address of the same name', async () => {
  // Chromium knows both addresses of this name by itself; the back office listens at one of them.
  const client = await open('localhost');
  expect((await client.request(request)).status).toBe(200);
  expect(new Set(await destinations())).toEqual(new Set(['::1', '127.0.0.1']));
});
