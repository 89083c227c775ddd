import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSamba, type Samba } from '../support/shares/samba';
import {
  bundleForNode,
  runPlain,
  runTraced,
  type TraceOptions,
  type TracedThread,
} from '../support/drivers/traced-driver';

const OLD = 'FEATURE print vendord 2026.0630 31-dec-2026 25 SN=PD-0042-7781\n';
const NEW = 'FEATURE print vendord 2027.0630 31-dec-2027 50 SN=PD-0042-7781\n';
const FILE = 'prismadirect.lic';
const KILLS = 16;
/** Another one every day, so that not always the same points are hit. */
const SEED = Math.floor(Date.now() / 86_400_000);
const CALLS = ['openat', 'write', 'fsync', 'rename', 'unlink', 'fchmod', 'newfstatat', 'close'] as const;
const THREADS = [
  { isOfChild: false, thread: 'main' },
  { isOfChild: false, thread: 'files' },
  { isOfChild: true, thread: 'main' },
  { isOfChild: true, thread: 'files' },
] as const satisfies { isOfChild: boolean; thread: TracedThread }[];

let home: string;
let samba: Samba;
let driver: string;
let worker: string;
let scenes = 0;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'kill-three-'));
  samba = await startSamba();
  driver = await bundleForNode('test/support/shares/three-servers-driver.ts', path.join(home, 'driver'));
  worker = await bundleForNode(
    'electron/service/licence/folder/worker/folder-worker.ts',
    path.join(home, 'worker'),
  );
});
afterAll(async () => {
  await samba.stop();
  rmSync(home, { recursive: true, force: true });
});

const randomFrom = (seed: number) => {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
};

/** Two local folders, one on the share, and the state of the service. */
const makeScene = () => {
  const name = `scene-${++scenes}`;
  const root = path.join(home, name);
  const seen = [path.join(root, 'one'), path.join(root, 'two'), path.join(samba.served, name)];
  for (const folder of [root, ...seen]) mkdirSync(folder);
  for (const folder of seen) writeFileSync(path.join(folder, FILE), OLD);
  const licence = path.join(root, 'new.lic');
  const state = path.join(root, 'state');
  writeFileSync(licence, NEW);
  const [one = '', two = ''] = seen;
  return { root, state, seen, args: [worker, state, licence, one, two, path.join(samba.mounted, name)] };
};
type Scene = ReturnType<typeof makeScene>;

const trace = (scene: Scene, options: Pick<TraceOptions, 'thread' | 'isOfChild' | 'strace'>) =>
  runTraced(driver, scene.args, { ...options, log: path.join(scene.root, 'trace') });

/** How often each call is made by each thread of the service and of its worker. */
const countCalls = async () => {
  const points = [];
  for (const where of THREADS) {
    const { trace: text, answer } = await trace(makeScene(), {
      ...where,
      strace: ['-e', `trace=${CALLS.join(',')}`],
    });
    expect(JSON.parse(answer)).toEqual({ outcomes: ['installed', 'installed', 'installed'], open: 0 });
    for (const call of CALLS) {
      const made = text.split('\n').filter((line) => line.startsWith(`${call}(`)).length;
      if (made > 0) points.push({ ...where, call, made });
    }
  }
  return points;
};

const expectWhole = ({ seen }: Scene, when: string) => {
  for (const folder of seen)
    expect([OLD, NEW], when).toContain(readFileSync(path.join(folder, FILE), 'utf8'));
};

const expectConverged = ({ seen, state }: Scene, when: string) => {
  for (const folder of seen) {
    expect(readdirSync(folder), when).toEqual([FILE]);
    expect(readFileSync(path.join(folder, FILE), 'utf8'), when).toBe(NEW);
  }
  for (const server of ['one', 'two', 'share']) {
    const backups = path.join(state, 'backup', server);
    const kept = readdirSync(backups).map((name) => readFileSync(path.join(backups, name), 'utf8'));
    expect(kept, `${when}, backups of ${server}`).toContain(OLD);
  }
};

it(
  `two local folders and a share survive ${KILLS} kills of the service or its worker (seed ${SEED})`,
  { timeout: 240_000 },
  async () => {
    const random = randomFrom(SEED);
    const points = await countCalls();
    const kills = Array.from({ length: KILLS }, () => {
      const point = points[Math.floor(random() * points.length)];
      if (point === undefined) throw new Error('no calls');
      return { ...point, at: 1 + Math.floor(random() * point.made) };
    });
    let hits = 0;
    const killNext = async () => {
      for (let kill = kills.shift(); kill !== undefined; kill = kills.shift()) {
        const { call, at, thread, isOfChild } = kill;
        const when = `seed ${SEED}, killed at ${isOfChild ? 'worker' : 'service'} ${thread} ${call} ${at}`;
        const scene = makeScene();
        const strace = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${at}`];
        const { trace: text } = await trace(scene, { thread, isOfChild, strace });
        if (text.includes('killed by SIGKILL')) hits += 1;
        expectWhole(scene, when);
        expect(JSON.parse(await runPlain(driver, scene.args)), when).toMatchObject({ open: 0 });
        expectConverged(scene, when);
      }
    };
    await Promise.all([killNext(), killNext()]);
    expect(hits).toBeGreaterThan(KILLS / 2);
  },
);
