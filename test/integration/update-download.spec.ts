import { createHash, randomBytes, randomInt } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import type { UpdateStatus } from '@shared/domain/updates/update';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { today } from '../back-office/desks/dates';
import { startFaultProxy, type FaultProxy } from '../support/network/fault-proxy';
import { processesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';

const SIZE = 300_000_000;
const CUTS = 20;
const RATE = 40_000_000;
const RESTART_AFTER = [7, 14];
/** So much comes between two cuts at least: by then the download's connection is the busiest one. */
const STRIDE = 1_000_000;
/** Room behind the last cut, in which the download cannot end before the cut is made. */
const TAIL = 30_000_000;
/** The bytes that may be fetched twice, and those that the transport adds. */
const MOST = 1.05 * SIZE;

const content = randomBytes(SIZE);
const sha256 = createHash('sha256').update(content).digest('hex');

let office: BackOffice;
let way: FaultProxy;
let program: Program;

const platform = `${process.platform}-${process.arch}` as 'linux-x64';
const publish = (version: string, releasedOn = today()) =>
  office.publishRelease({
    ...{ version, releasedOn, backdatedTo: null, severity: 'normal', platform, notes: { en: 'Notes' } },
    ...{ fileName: 'remote-service.run', content },
  });
const updates = async (): Promise<UpdateStatus> => {
  const { json } = await program.cli(['status', '--json']);
  return (json as Status).updates;
};
const files = () => path.join(program.home, 'state/updates/files');
const received = () => {
  const name = readdirSync(files()).find((file) => [`${sha256}.part`, `${sha256}.run`].includes(file));
  return name === undefined ? 0 : statSync(path.join(files(), name)).size;
};

beforeAll(async () => {
  office = await startBackOffice();
  way = await startFaultProxy(office.port);
  const backOffice = `https://127.0.0.1:${way.port}/api/v1`;
  program = await createProgram({ vendorProfile: { ...office.vendorProfile, backOffice } });
  await configure(program, office);
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: '2098-12-31' });
});
afterAll(async () => {
  await program.end();
  await way.stop();
  await office.close();
});

const fetches = () => office.requests.filter((request) => request.path.endsWith('/file'));
const endService = async () => {
  for (const pid of processesOf(program.base)) process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(processesOf(program.base)).toEqual([]), { timeout: 10_000 });
};

it('comes whole over a line that breaks at twenty places and a service that is killed twice', async () => {
  publish('7.0.0');
  way.set({ rate: RATE });
  const places = Array.from({ length: CUTS }, () => randomInt(SIZE - TAIL)).sort((a, b) => a - b);
  const before = way.answered();
  await program.startService();
  let [asked, cutAt] = [0, 0];
  for (const [cut, place] of places.entries()) {
    // It is under way again since the last cut, and has come so far.
    const isThere = () => {
      const [isUnderWay, isSoFar] = [fetches().length > asked, received() > Math.max(place, cutAt + STRIDE)];
      expect({ places, isUnderWay, isSoFar }).toMatchObject({ isUnderWay: true, isSoFar: true });
    };
    await vi.waitFor(isThere, { timeout: 60_000, interval: 10 });
    [asked, cutAt] = [fetches().length, received()];
    if (!RESTART_AFTER.includes(cut)) {
      way.resetBusiest();
      continue;
    }
    way.resetAll();
    await endService();
    await program.startService();
  }
  await vi.waitFor(async () => expect((await updates()).downloaded).toBe('7.0.0'), { timeout: 60_000 });
  expect(readFileSync(path.join(files(), `${sha256}.run`)).equals(content)).toBe(true);
  expect({ places, fetched: way.answered() - before <= MOST }).toMatchObject({ fetched: true });
  const whole = fetches().filter(({ headers }) => headers.range === undefined);
  expect(whole).toHaveLength(1);
  expect(fetches().length).toBeGreaterThan(CUTS);
  expect(fetches().at(-1)?.headers['if-range']).toBe(`"${sha256}"`);
}, 300_000);

it('is refused by name where maintenance does not cover it, and tidied away where it is not offered', async () => {
  way.set({});
  office.publishRelease({
    ...{ version: '8.0.0', releasedOn: '2099-01-01', backdatedTo: null, severity: 'security', platform },
    ...{ notes: {}, fileName: 'remote-service.run', content: Buffer.from('x') },
  });
  const { code } = await program.cli(['updates', 'check']);
  expect(code).toBe(0);
  const { json } = await program.cli(['updates', 'list', '--json']);
  expect(json).toMatchObject({
    releases: [
      { version: '8.0.0', standing: 'not-covered', severity: 'security' },
      { version: '7.0.0', standing: 'offered' },
    ],
  });
  expect(await updates()).toMatchObject({ notCovered: { version: '8.0.0' }, newestOffered: '7.0.0' });
});

it('is fetched anew after somebody has changed it', async () => {
  await endService();
  writeFileSync(path.join(files(), `${sha256}.run`), content.subarray(1));
  await program.startService();
  await vi.waitFor(async () => expect((await updates()).downloaded).toBe('7.0.0'), { timeout: 60_000 });
  expect(readFileSync(path.join(files(), `${sha256}.run`)).equals(content)).toBe(true);
});

it('is not offered before its turn in a roll-out, nor while a setting holds new versions back', async () => {
  const publishStaged = (rollOutPercent: number) =>
    office.publishRelease({
      ...{ version: '7.1.0', releasedOn: today(), backdatedTo: null, severity: 'normal', platform },
      ...{ notes: {}, fileName: 'remote-service.run', content: Buffer.from('staged'), rollOutPercent },
    });
  const look = async () => {
    expect((await program.cli(['updates', 'check'])).code).toBe(0);
    return (await program.cli(['updates', 'list', '--json'])).json;
  };
  const hold = async (day: string) =>
    expect((await program.cli(['settings', 'set', 'updates.holdUntil', day])).code).toBe(0);
  const standing = (name: string) =>
    expect.arrayContaining([expect.objectContaining({ version: '7.1.0', standing: name })]) as unknown;

  publishStaged(0);
  expect(await look()).toMatchObject({ releases: standing('in-stages') });
  expect((await updates()).newestOffered).toBe('7.0.0');
  expect((await program.cli(['updates', 'list'])).text).toContain('Not yet available for this computer');
  await hold('2098-01-01');
  publishStaged(100);
  expect(await look()).toMatchObject({ holdUntil: '2098-01-01', releases: standing('held-back') });
  expect((await updates()).newestOffered).toBeNull();
  await hold('null');
  await vi.waitFor(async () => expect((await updates()).downloaded).toBe('7.1.0'), { timeout: 60_000 });
});
