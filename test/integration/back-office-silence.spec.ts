import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startBackOffice } from '../back-office/back-office';
import { launchNetHarness } from './net-harness/launch';

/** Chromium joins a datagram socket to this address to see whether there is a way for IPv6; nothing is sent on it. */
const ROUTE_PROBE = '2001:4860:4860::8888';

it('reaches nobody but the back office, and not even that before the first call', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'silence-'));
  const trace = path.join(folder, 'trace');
  const office = await startBackOffice();
  const harness = await launchNetHarness(['strace', '-f', '-qq', '-e', 'trace=connect', '-o', trace]);
  const destinations = async () =>
    (await readFile(trace, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('AF_INET') && !line.includes(ROUTE_PROBE))
      .map((line) => /inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"/.exec(line)?.[1]);
  try {
    const client = await harness.open({
      address: office.apiBase,
      userAgent: 'remote-service/1.0.0',
      proxy: { mode: 'none', url: '' },
      certificates: [office.caPem],
    });
    expect(await destinations()).toEqual([]);
    const request = { method: 'GET', path: '/key-set', maxBytes: 524_288, deadlineMs: 10_000 } as const;
    for (let calls = 0; calls < 20; calls += 1) {
      await client.request({ ...request, accept: ['application/jose+json'] });
    }
    expect([...new Set(await destinations())]).toEqual(['127.0.0.1']);
  } finally {
    await harness.stop();
    await office.close();
    await rm(folder, { recursive: true });
  }
});
