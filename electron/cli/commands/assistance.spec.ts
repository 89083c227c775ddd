import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

let parent: string;
let home: string;
let world: CommandTestEnvironment;
let stopped: unknown[];
beforeEach(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere');
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', 'unix:path=/nowhere');
  parent = mkdtempSync(path.join(tmpdir(), 'assistance-command-'));
  home = path.join(parent, 'home');
  world = createCommandTestEnvironment(home);
  stopped = [];
  const facts = { version: '1', mode: 'embedded', isStarting: false } as const;
  const status = stoppedStatus(viewOf(defaultSettings()), facts, 0);
  world.service = {
    status: { read: () => Promise.resolve({ ok: true, value: { epoch: 'e', rev: 1, status } }) },
    settings: { reload: () => Promise.resolve({ ok: true, value: undefined }) },
    assistance: {
      permitAgain: () =>
        Promise.resolve({
          ok: true,
          value: { allowed: true, until: '2026-11-02T04:00:00Z', unmet: ['client'] },
        }),
      stop: (input) => {
        stopped.push(input);
        return Promise.resolve({ ok: true, value: { hasEnded: stopped.length === 1 } });
      },
    },
  };
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(parent, { recursive: true, force: true });
});

const saved = () =>
  (JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8')) as { remoteAssistance: unknown })
    .remoteAssistance;

it('allows for the hours given, and says until when and what is still missing', async () => {
  await world.run('settings', 'get');
  const { exitCode, out } = await world.run('assistance', 'allow', '4');
  expect(exitCode).toBe(0);
  expect(saved()).toMatchObject({ allowed: true, endsAfterHours: 4 });
  expect(out).toMatch(/allowed until .*2026/);
  expect(out).toContain('The remote assistance program must be installed');
  await world.run('assistance', 'allow', 'none');
  expect(saved()).toMatchObject({ allowed: true, endsAfterHours: null });
});

it('forbids, with the service or without it', async () => {
  await world.run('assistance', 'allow');
  world.service = null;
  expect(await world.run('assistance', 'forbid', '--json')).toMatchObject({ exitCode: 0 });
  expect(saved()).toMatchObject({ allowed: false });
});

it('ends what runs, and says when there was nothing', async () => {
  expect((await world.run('assistance', 'end')).out).toContain('The session has ended.');
  expect((await world.run('assistance', 'end')).out).toContain('No session is running.');
  // The service knows by itself whose command it is.
  expect(stopped[0]).toBeUndefined();
});

it('ends with 20 without the service where that is needed, and with 2 for hours that are none', async () => {
  for (const hours of ['0', '169', '-1', '1.5', 'x']) {
    expect(await world.run('assistance', 'allow', '--', hours), hours).toMatchObject({ exitCode: 2 });
  }
  world.service = null;
  expect(await world.run('assistance', 'allow')).toMatchObject({ exitCode: 20 });
  expect(await world.run('assistance', 'end')).toMatchObject({ exitCode: 20 });
});
