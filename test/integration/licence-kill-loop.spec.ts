import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LICENCE_SERVER_REASONS } from '@shared/errors/error-catalogue';
import { bundleForNode, runPlain, runTraced, type TracedThread } from '../support/drivers/traced-driver';

const OLD = 'FEATURE print vendord 2026.0630 31-dec-2026 25 SN=PD-0042-7781\n';
const NEW = 'FEATURE print vendord 2027.0630 31-dec-2027 50 SN=PD-0042-7781\n';
const FILE = 'prismadirect.lic';
const TEMPORARY = `.${FILE}.${'5a'.repeat(12)}.tmp`;
const CALLS = [
  'openat',
  'write',
  'fsync',
  'fdatasync',
  'rename',
  'unlink',
  'mkdir',
  'link',
  'fchmod',
] as const;
type Call = (typeof CALLS)[number];
const ERRORS = ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EXDEV'] as const;

const Answer = z.object({ outcome: z.string(), reason: z.enum(LICENCE_SERVER_REASONS).nullable() });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** One installation on disk: its folders and what must hold of them. */
class Scene {
  readonly state: string;
  readonly folder: string;
  readonly licence: string;

  constructor(readonly root: string) {
    this.state = path.join(root, 'state');
    this.folder = path.join(root, 'licences');
    this.licence = path.join(root, 'new.lic');
  }

  static fresh(root: string): Scene {
    const scene = new Scene(root);
    mkdirSync(scene.folder, { recursive: true });
    mkdirSync(scene.state);
    writeFileSync(path.join(scene.folder, FILE), OLD);
    writeFileSync(scene.licence, NEW);
    return scene;
  }

  copyTo(root: string): Scene {
    cpSync(this.root, root, { recursive: true });
    const scene = new Scene(root);
    // The journal names the folder it was written for.
    const journal = path.join(scene.state, 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replaceAll(this.folder, scene.folder));
    return scene;
  }

  get arguments() {
    return [this.state, this.folder, this.licence];
  }

  live() {
    return readFileSync(path.join(this.folder, FILE), 'utf8');
  }

  expectOldOrNew(when: string) {
    expect([OLD, NEW], when).toContain(this.live());
  }

  expectConverged(when: string) {
    expect(this.live(), when).toBe(NEW);
    expect(readdirSync(this.folder), when).toEqual([FILE]);
    const backups = path.join(this.state, 'backup', 'server-1');
    const kept = readdirSync(backups).map((name) => ({
      name,
      text: readFileSync(path.join(backups, name), 'utf8'),
    }));
    expect(kept.length, when).toBeGreaterThan(0);
    for (const { name, text } of kept) expect(name, when).toContain(hash(text));
    expect(
      kept.map(({ text }) => text),
      when,
    ).toContain(OLD);
    const left = readdirSync(this.state, { recursive: true }).filter((name) => String(name).endsWith('.tmp'));
    expect(left, when).toEqual([]);
  }
}

interface Point {
  thread: TracedThread;
  call: Call;
  at: number;
}

let home: string;
let bundle: string;
let points: Point[];
let scenes = 0;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'kill-loop-'));
  bundle = await bundleForNode('test/support/drivers/licence-install-driver.ts', path.join(home, 'driver'));
  points = await pointsOf(fresh);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const nextRoot = () => path.join(home, `scene-${++scenes}`);
const fresh = () => Scene.fresh(nextRoot());

/** Threads wake each other through `write` too, as often as it happens; only writes to our own files are counted. */
const onlyOurs = (scene: Scene, { thread, call }: Pick<Point, 'thread' | 'call'>) =>
  call === 'write' && thread === 'files'
    ? ['-P', path.join(scene.state, 'journal.jsonl'), '-P', path.join(scene.folder, TEMPORARY)]
    : [];

const trace = (scene: Scene, point: Pick<Point, 'thread' | 'call'>, inject: readonly string[] = []) =>
  runTraced(bundle, scene.arguments, {
    thread: point.thread,
    strace: ['-e', `trace=${point.call}`, ...onlyOurs(scene, point), ...inject],
    log: path.join(scene.root, 'trace'),
  });

/** Every call of one run, by thread and class. */
const pointsOf = async (make: () => Scene): Promise<Point[]> => {
  const points: Point[] = [];
  for (const thread of ['main', 'files'] as const) {
    const scene = make();
    const { trace: text } = await runTraced(bundle, scene.arguments, {
      thread,
      strace: ['-e', `trace=${CALLS.join(',')}`],
      log: path.join(scene.root, 'trace'),
    });
    const lines = text.split('\n');
    for (const call of CALLS) {
      const isOurs = (line: string) => call !== 'write' || thread === 'main' || line.includes(scene.root);
      const { length } = lines.filter((line) => line.startsWith(`${call}(`) && isOurs(line));
      for (let at = 1; at <= length; at += 1) points.push({ thread, call, at });
    }
  }
  return points;
};

const twoAtATime = async <T>(items: readonly T[], run: (item: T) => Promise<void>) => {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
  };
  await Promise.all([work(), work()]);
};

const killAt = async (make: () => Scene, point: Point): Promise<boolean> => {
  const when = `killed at ${point.thread} ${point.call} ${point.at}`;
  const scene = make();
  const { wasKilled } = await trace(scene, point, [
    '-e',
    `inject=${point.call}:signal=SIGKILL:when=${point.at}`,
  ]);
  scene.expectOldOrNew(when);
  const answer: unknown = JSON.parse(await runPlain(bundle, scene.arguments));
  expect(answer, when).toMatchObject({ reason: null, open: 0 });
  scene.expectConverged(when);
  rmSync(scene.root, { recursive: true });
  return wasKilled;
};

const killEverywhere = async (make: () => Scene, points: readonly Point[]) => {
  const missed: Point[] = [];
  await twoAtATime(points, async (point) => {
    // Rarely one call fewer is made before the end (a time zone file already read, say); then the run is not the one meant.
    const isHit = (await killAt(make, point)) || (await killAt(make, point)) || (await killAt(make, point));
    if (!isHit) missed.push(point);
  });
  return missed;
};

describe('an installation that is cut off', () => {
  it('leaves the old or the new file at every system call, and converges', { timeout: 240_000 }, async () => {
    const missed = await killEverywhere(fresh, points);
    const classes = new Set(points.map(({ call }) => call));
    for (const call of ['openat', 'write', 'fsync', 'rename', 'mkdir'] as const)
      expect(classes).toContain(call);
    expect(points.length).toBeGreaterThan(30);
    expect(missed).toEqual([]);
  });

  it('may be cut off again while it recovers', { timeout: 240_000 }, async () => {
    const broken = fresh();
    const last = Math.max(...points.filter(({ call }) => call === 'rename').map(({ at }) => at));
    await trace(broken, { thread: 'files', call: 'rename' }, [
      '-e',
      `inject=rename:signal=SIGKILL:when=${last}`,
    ]);
    expect(readdirSync(broken.folder).sort()).toEqual([TEMPORARY, FILE].sort());
    const copy = () => broken.copyTo(nextRoot());
    // Between two calls that only read, the disk is the same.
    const changing = (await pointsOf(copy)).filter(({ call }) => call !== 'openat');
    const missed = await killEverywhere(copy, changing);
    expect(changing.some(({ call }) => call === 'unlink')).toBe(true);
    expect(missed).toEqual([]);
  });
});

describe('an installation whose disk fails', () => {
  it('leaves the old or the new file and says why', { timeout: 240_000 }, async () => {
    // All errors where a file takes its shape; the many others get one error each, in turn.
    const cases = points
      .filter(({ call }) => call !== 'fchmod')
      .flatMap((point, at) =>
        ['write', 'rename'].includes(point.call)
          ? ERRORS.map((error) => ({ point, error }))
          : [{ point, error: ERRORS[at % ERRORS.length] ?? 'EIO' }],
      );
    const reasons = new Set<string | null>();
    await twoAtATime(cases, async ({ point, error }) => {
      const when = `${error} at ${point.thread} ${point.call} ${point.at}`;
      const scene = fresh();
      const { answer } = await trace(scene, point, [
        '-e',
        `inject=${point.call}:error=${error}:when=${point.at}`,
      ]);
      scene.expectOldOrNew(when);
      if (answer !== '') {
        const { outcome, reason } = Answer.parse(JSON.parse(answer));
        reasons.add(reason);
        expect(scene.live(), when).toBe(outcome === 'installed' ? NEW : OLD);
        expect(reason === null, when).toBe(outcome === 'installed');
      }
      await runPlain(bundle, scene.arguments);
      scene.expectConverged(when);
      rmSync(scene.root, { recursive: true });
    });
    for (const reason of ['disk-full', 'read-only', 'share-unreachable', 'verify-failed']) {
      expect(reasons).toContain(reason);
    }
  });
});
