import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkChange, type CheckChange } from '@shared/domain/connection/check-change';
import { ConnectionCheck, type CheckStage } from '@shared/domain/connection/connection-check';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

const ID = '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f13';
const OTHER_ID = '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f14';

let parent: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
  parent = mkdtempSync(path.join(tmpdir(), 'check-'));
  world = createCommandTestEnvironment(path.join(parent, 'home'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true, force: true });
});

const stage = (change: Partial<CheckStage>): CheckStage => ({
  ...{ stage: 'account', subject: null, outcome: 'waiting', reason: null, params: {} },
  ...{ durationMs: null, detail: [], ...change },
});
const passed = (name: CheckStage['stage']) => stage({ stage: name, outcome: 'passed', durationMs: 3 });

const checkOf = (rev: number, outcome: ConnectionCheck['outcome'], stages: CheckStage[], id = ID) =>
  ConnectionCheck.parse({
    ...{ id, rev, startedAt: '2026-05-01T10:00:00Z', account: 'print', outcome, stages },
    finishedAt: outcome === 'running' ? null : '2026-05-01T10:00:05Z',
  });

/** A service that answers `read` with the first of these and tells of the rest. */
const serve = (first: ConnectionCheck, ...later: ConnectionCheck[]) => {
  let tell: (change: CheckChange) => void = () => undefined;
  world.service = {
    check: {
      start: () => Promise.resolve({ ok: true, value: { id: ID } }),
      read: () => {
        let before = first;
        for (const check of later) {
          const change = checkChange(before, check);
          if (check.id === first.id) before = check;
          setImmediate(() => tell(change));
        }
        return Promise.resolve({ ok: true, value: { check: first } });
      },
      progress: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
  };
};

const failed = stage({
  ...{ stage: 'dns', subject: 'office.example', outcome: 'failed', reason: 'back-office-name-not-found' },
  durationMs: 12,
});

it('says each stage in order as it is known, and ends with 21 when one has failed', async () => {
  serve(
    checkOf(1, 'running', [stage({}), stage({ stage: 'dns', outcome: 'running' })]),
    checkOf(2, 'running', [stage({}), failed]),
    checkOf(9, 'passed', [passed('account'), passed('dns')], OTHER_ID),
    checkOf(3, 'failed', [passed('account'), failed]),
  );
  const { exitCode, out, err } = await world.run('check');
  expect(exitCode).toBe(21);
  const lines = out.split('\n');
  expect(lines[0]).toBe('ok  Account of Print ORS Service: passed (3 ms)');
  expect(lines[1]).toBe('!!  Name lookup (DNS): office.example: failed (12 ms) [back-office-name-not-found]');
  expect(out).toContain('Next step: Check the network connection');
  expect(err).toBe('One or more checks failed.\n');
});

it('ends with 0 when everything works, also where it had ended before it was asked', async () => {
  serve(checkOf(5, 'passed', [passed('account'), stage({ stage: 'proxy-login', outcome: 'skipped' })]));
  const { exitCode, out, err } = await world.run('check');
  expect([exitCode, err]).toEqual([0, '']);
  expect(out).toContain('All checks passed.');
});

it('prints the finished check and nothing else as JSON', async () => {
  const done = checkOf(3, 'failed', [failed]);
  serve(checkOf(1, 'running', [stage({ stage: 'dns' })]), done);
  const { exitCode, out } = await world.run('check', '--json');
  expect(exitCode).toBe(21);
  expect(JSON.parse(out)).toEqual(done);
});

it('ends with 20 while the service does not run', async () => {
  const { exitCode, out, err } = await world.run('check');
  expect([exitCode, out]).toEqual([20, '']);
  expect(err).toContain('Print ORS Service is not running.');
});
