import { describe, expect, it, vi } from 'vitest';
import type { ServiceAction } from '@shared/domain/status/service-control';
import type { ElevationResult } from '../elevation';
import type { RunProgram } from '../programs';
import { WindowsServiceControl } from './windows-service-control';

const STATES = { stopped: '1  STOPPED', running: '4  RUNNING' };
type State = keyof typeof STATES;

const answerOf = (state: State) =>
  [
    'SERVICE_NAME: PrintORSService',
    '        TYPE               : 10  WIN32_OWN_PROCESS',
    `        STATE              : ${STATES[state]}`,
    '        WIN32_EXIT_CODE    : 0  (0x0)',
    '        SERVICE_EXIT_CODE  : 0  (0x0)',
    '        CHECKPOINT         : 0x0',
    '        WAIT_HINT          : 0x0',
  ].join('\r\n');

const AFTER: Record<ServiceAction, State> = { start: 'running', stop: 'stopped', restart: 'running' };

/** A machine whose service manager lets nobody but an administrator start or stop anything. */
const guarded = (state: State, result: ElevationResult = { outcome: 'done' }) => {
  const machine = { state, asked: [] as string[] };
  const run = vi.fn<RunProgram>(({ args: [verb = ''] }) => {
    const isRefused = verb === 'start' || verb === 'stop';
    const text = isRefused ? '[SC] OpenService FAILED 5:\r\n' : answerOf(machine.state);
    return Promise.resolve({ code: isRefused ? 5 : 0, text, errors: '' });
  });
  const control = new WindowsServiceControl({
    run,
    elevation: {
      run: ({ kind }) => {
        machine.asked.push(kind);
        if (result.outcome === 'done') machine.state = AFTER[kind as ServiceAction];
        return Promise.resolve(result);
      },
    },
  });
  return { control, machine };
};

describe('the Windows service manager, as a person without rights', () => {
  it.each([
    ['start', 'stopped'],
    ['stop', 'running'],
    ['restart', 'running'],
    ['restart', 'stopped'],
  ] as const)('has an administrator %s a service that is %s, and asks once', async (action, state) => {
    const { control, machine } = guarded(state);
    await control.act(action, { mayAsk: true });
    expect(machine).toMatchObject({ state: AFTER[action], asked: [action] });
  });

  it('asks nobody who was not told before', async () => {
    const { control, machine } = guarded('running');
    await expect(control.act('restart', { mayAsk: false })).rejects.toMatchObject({
      code: 'elevation-needed',
    });
    expect(machine.asked).toEqual([]);
  });

  it.each([
    ['refused', 'elevation-refused'],
    ['unavailable', 'elevation-refused'],
  ] as const)('%s changes nothing', async (outcome, code) => {
    const { control, machine } = guarded('running', { outcome });
    await expect(control.act('stop', { mayAsk: true })).rejects.toMatchObject({ code });
    expect(machine.state).toBe('running');
  });

  it('says so when the administrator’s attempt fails', async () => {
    const { control } = guarded('stopped', { outcome: 'failed', code: 1 });
    await expect(control.act('start', { mayAsk: true })).rejects.toMatchObject({
      code: 'service-control-failed',
    });
  });
});
