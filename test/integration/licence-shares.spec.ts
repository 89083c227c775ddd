import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { connectToService, type ServiceLink } from '@electron/link/service-client';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';
import { configure, createProgram, type Program } from '../support/program';
import { LICENCE_FILE } from '../support/program-folder';
import { mountReadOnly, mountSmallDisk } from '../support/shares/file-systems';
import { startSamba, type Samba } from '../support/shares/samba';

const GOOD = 15;
/** The mount may give up before we do. */
const HANGS = /^(timed-out|share-unreachable)$/;
/** A worker that hangs is killed after 30 s; nothing else may wait for that. */
const SOONER_THAN_HANGING_MS = 25_000;

let office: BackOffice;
let program: Program;
let service: ChildProcess;
let link: ServiceLink;
let healthy: Samba;
let hanging: Samba;
let disk: ReturnType<typeof mountSmallDisk>;
let readOnly: ReturnType<typeof mountReadOnly>;
let toEnd: (() => unknown)[] = [];

const folderOf = (name: string) => path.join(program.base, 'servers', name);
const withFile = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, LICENCE_FILE), demoLicenceFile());
  return folder;
};
const remote = (name: string, folder: string) => ({ name, kind: 'remote', path: folder });

const servers = async (): Promise<LicenceServerStatus[]> => {
  const reply = await link.client.status.read(undefined);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.status.licenceServers;
};
const serverNamed = async (name: string) => (await servers()).find((one) => one.name === name);
const untilUpToDate = (name: string, timeout: number) =>
  vi.waitFor(
    async () => expect(await serverNamed(name)).toMatchObject({ state: 'up-to-date', reason: null }),
    {
      timeout,
      interval: 100,
    },
  );
const newest = () => readFileSync(path.join(program.licences, LICENCE_FILE), 'utf8');

beforeAll(async () => {
  [office, healthy, hanging] = await Promise.all([startBackOffice(), startSamba(), startSamba()]);
  toEnd = [() => office.close(), () => healthy.stop(), () => hanging.stop()];
  program = await createProgram(office);
  toEnd.push(() => program.end());
  disk = mountSmallDisk(folderOf('full'));
  toEnd.push(() => disk.unmount());
  readOnly = mountReadOnly(withFile(path.join(program.base, 'read-only')), folderOf('read-only'));
  toEnd.push(() => readOnly.unmount());
  for (const served of [healthy.served, hanging.served]) withFile(path.join(served, 'licences'));
  withFile(disk.folder);
  const good = Array.from({ length: GOOD - 3 }, (_, at) =>
    remote(`good-${at}`, withFile(folderOf(`good-${at}`))),
  );
  await configure(program, office);
  await program.set('licenceServers', [
    { name: 'main', kind: 'local', path: program.licences },
    // It is a share under any name.
    { name: 'called-local', kind: 'local', path: path.join(healthy.mounted, 'licences') },
    remote('on-share', withFile(path.join(healthy.mounted, 'other'))),
    ...good,
    remote('hanging', path.join(hanging.mounted, 'licences')),
    remote('full', disk.folder),
    remote('read-only', readOnly.folder),
    remote('missing', folderOf('missing')),
    remote('later', path.join(healthy.mounted, 'later')),
  ]);
  service = await program.startService();
  const target = { runFolder: path.join(program.home, 'run'), role: 'administrator' as const, build: 'test' };
  link = await vi.waitFor(() => connectToService(target), { timeout: 30_000, interval: 100 });
  toEnd.push(() => link.close());
  for (const name of ['main', 'hanging', 'full', 'called-local']) await untilUpToDate(name, 30_000);
}, 120_000);
afterAll(async () => {
  hanging.resume();
  const failures: unknown[] = [];
  // No mount and no server is left behind, even when something fails to end.
  for (const end of toEnd.reverse()) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  expect(failures).toEqual([]);
});

/** Asks for the status again and again until told to end, and says how often there was an answer. */
const askAllTheTime = () => {
  let answers = 0;
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      await servers();
      answers += 1;
      await wait(50);
    }
  })();
  // A failure of the test itself comes first.
  asking.catch(() => undefined);
  return async () => {
    over.abort();
    await asking;
    return answers;
  };
};

describe('20 licence servers of which five have a fault', () => {
  it(
    '15 have the licence before the one that hangs is given up, each other says its own reason, and the socket answers',
    { timeout: 300_000 },
    async () => {
      hanging.hang();
      disk.fill();
      const endAsking = askAllTheTime();
      office.issueLicence({ kind: 'add-users', users: 217 });
      const isGood = ({ name }: LicenceServerStatus) => /^(main|called-local|on-share|good-\d+)$/.test(name);
      await vi.waitFor(
        async () => {
          const good = (await servers()).filter(isGood);
          expect(good.length).toBe(GOOD);
          expect(new Set(good.map(({ state, sequence }) => `${state} ${sequence}`))).toEqual(
            new Set(['up-to-date 2']),
          );
        },
        { timeout: 120_000, interval: 100 },
      );
      expect(await serverNamed('hanging')).toMatchObject({ reason: null });
      expect(readFileSync(path.join(healthy.served, 'other', LICENCE_FILE), 'utf8')).toBe(newest());
      await vi.waitFor(
        async () => {
          const reasons = Object.fromEntries((await servers()).map(({ name, reason }) => [name, reason]));
          expect(reasons).toMatchObject({
            hanging: expect.stringMatching(HANGS) as string,
            full: 'disk-full',
            'read-only': 'read-only',
            missing: 'path-missing',
            later: 'path-missing',
          });
        },
        { timeout: 120_000, interval: 200 },
      );
      // A service that waits for the share answers a handful of times until that is given up after 30 s.
      expect(await endAsking()).toBeGreaterThan(50);
      expect(await serverNamed('hanging')).toMatchObject({ state: 'failing', tries: 1 });
    },
  );

  it('a test of one that hangs has its verdict in time', async () => {
    hanging.freeze();
    const id = (await serverNamed('hanging'))?.id ?? '';
    const reply = await link.client.licence.test({ licenceServerId: id });
    expect(reply.ok && reply.value.steps[0]).toEqual({
      step: 'find',
      outcome: 'failed',
      reason: 'timed-out',
    });
    await vi.waitFor(
      async () => expect(await serverNamed('hanging')).toMatchObject({ reason: 'timed-out' }),
      {
        timeout: 40_000,
        interval: 200,
      },
    );
  });

  it(
    'each heals by itself when its fault ends, and nothing is left on any of them',
    { timeout: 120_000 },
    async () => {
      hanging.resume();
      disk.free();
      readOnly.allow();
      mkdirSync(folderOf('missing'));
      mkdirSync(path.join(healthy.served, 'later'));
      for (const name of ['hanging', 'full', 'read-only', 'missing', 'later'])
        await untilUpToDate(name, 60_000);
      const folders = (await servers()).map(({ path: folder }) => folder);
      for (const folder of folders) {
        expect(readdirSync(folder), folder).toEqual([LICENCE_FILE]);
        expect(readFileSync(path.join(folder, LICENCE_FILE), 'utf8'), folder).toBe(newest());
      }
    },
  );

  it('the service ends at once although a share hangs', async () => {
    hanging.freeze();
    const id = (await serverNamed('hanging'))?.id ?? '';
    void link.client.licence.test({ licenceServerId: id });
    const began = Date.now();
    const gone = new Promise<void>((resolve) => service.once('exit', () => resolve()));
    service.kill('SIGTERM');
    await gone;
    expect(Date.now() - began).toBeLessThan(SOONER_THAN_HANGING_MS);
    hanging.resume();
  });
});
