import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { createFakeServiceControl } from '@electron/platform/service-control';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

let home: string;
let world: CommandTestEnvironment;

const stopped = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1.0.0', mode: 'embedded', isStarting: false },
  0,
);
const status = { ...stopped, service: { ...stopped.service, state: 'running' as const, account: 'print' } };
const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });

/** A service that writes down what it is told and ends when it is told to. */
const service = () => {
  const note = vi.fn(() => ok(undefined));
  const end = vi.fn(() => {
    world.service = null;
    return ok({ isSupervised: false });
  });
  const running = {
    status: { read: () => ok({ epoch: 'e', rev: 1, status }) },
    lifetime: { note, end },
  } as unknown as NonNullable<CommandTestEnvironment['service']>;
  return { running, note, end };
};

beforeEach(() => {
  home = path.join(mkdtempSync(path.join(tmpdir(), 'service-command-')), 'home');
  world = createCommandTestEnvironment(home);
});
afterEach(() => rmSync(path.dirname(home), { recursive: true, force: true }));

describe('service status', () => {
  it('ends with 20 while it does not run, and says so in both forms', async () => {
    const { exitCode, out, err } = await world.run('service', 'status', '--json');
    expect({ exitCode, state: (JSON.parse(out) as { state: string }).state }).toEqual({
      exitCode: 20,
      state: 'stopped',
    });
    expect(err).toContain('Print ORS Service is not running.');
    expect((await world.run('service', 'status')).out).toContain('Print ORS Service  Stopped');
  });

  it('names the account of a running one', async () => {
    world.service = service().running;
    const { exitCode, out, err } = await world.run('service', 'status');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(/Running\nAccount +print\n/);
  });
});

describe('an embedded service', () => {
  it('is started by a process of its own, and the start is written down', async () => {
    const { running, note } = service();
    world.startable = running;
    expect(await world.run('service', 'start', '--json')).toMatchObject({ exitCode: 0, err: '' });
    expect(note).toHaveBeenCalledExactlyOnceWith({ action: 'start' });
    expect((await world.run('service', 'start')).exitCode).toBe(0);
    expect(note).toHaveBeenCalledOnce();
  });

  it('is stopped for good, once it was written down, and stopping twice is no failure', async () => {
    const { running, note, end } = service();
    world.service = running;
    const { exitCode, out } = await world.run('service', 'stop');
    expect(exitCode).toBe(0);
    expect(out).toContain('licences are not updated');
    expect(note).toHaveBeenCalledExactlyOnceWith({ action: 'stop' });
    expect(end).toHaveBeenCalledExactlyOnceWith({ isForGood: true });
    expect((await world.run('service', 'stop', '--json')).exitCode).toBe(0);
  });

  it('is started again after its end', async () => {
    const { running, end } = service();
    world.service = running;
    world.startable = running;
    expect(await world.run('service', 'restart', '--json')).toMatchObject({ exitCode: 0, err: '' });
    expect(end).toHaveBeenCalledExactlyOnceWith({ isForGood: false });
    expect(world.service).toBe(running);
  });
});

describe('an installed service', () => {
  beforeEach(() => {
    world.mode = 'installed';
  });

  it('is shown with what its service manager knows', async () => {
    world.control = createFakeServiceControl({
      state: 'failed',
      lastExit: { at: null, code: 70, signal: null, meaning: 'unexpected' },
    });
    const { exitCode, out } = await world.run('service', 'status');
    expect(exitCode).toBe(20);
    expect(out).toContain('Stopped with an error (70)');
  });

  it('says in the status too why the system does not start it again', async () => {
    world.control = createFakeServiceControl({
      state: 'failed',
      lastExit: { at: null, code: null, signal: null, meaning: 'too-many-starts' },
    });
    const { exitCode, out } = await world.run('status');
    expect(exitCode).toBe(20);
    expect(out).toContain('Stopped too often, so it was not started again');
  });

  it('is started by an operator, and by nobody else without being asked', async () => {
    expect(await world.run('service', 'start', '--json')).toMatchObject({ exitCode: 0, err: '' });
    world.control = createFakeServiceControl({ permission: 'ask' });
    const { exitCode, err } = await world.run('service', 'stop');
    expect(exitCode).toBe(31);
    expect(err).toContain('You need administrator rights');
  });

  it('that is not there is named so', async () => {
    world.control = createFakeServiceControl({ state: 'not-installed' });
    expect(await world.run('service', 'restart')).toMatchObject({ exitCode: 20 });
    expect((await world.run('service', 'status')).err).toContain('is not installed');
  });
});
