import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { noAssistance, type AssistanceSession } from '@shared/domain/assistance/assistance';
import type { ServiceControlStatus } from '@shared/domain/status/service-control';
import { openPage, type PageWorld } from '@renderer/pages/page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './ServicesPage.vue';

enableAutoUnmount(afterEach);
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] }));
afterEach(() => void vi.useRealTimers());

const RUNNING: ServiceControlStatus = {
  mode: 'installed',
  state: 'running',
  account: 'remote-service',
  startType: 'automatic',
  since: '2026-11-01T08:00:00.000Z',
  lastExit: { at: '2026-11-01T07:59:00.000Z', code: null, signal: 'KILL', meaning: 'killed' },
  permission: 'granted',
};

const SESSION: AssistanceSession = {
  requestId: '0190f5a4-3c7d-7b7e-8a55-0d6f9c1e2b3a',
  technician: 'Petra Jansen',
  organisation: 'Service organisation',
  ticket: 'T-1',
  reason: 'Print queue',
  access: 'view',
  state: 'running',
  startedAt: '2026-11-01T08:00:00.000Z',
  endsAt: '2026-11-01T09:00:00.000Z',
};

type Act = (arg: { action: string; mayAsk: boolean }) => Promise<ServiceControlStatus>;

const open = async (
  first: Partial<ServiceControlStatus> = {},
  { act, ...world }: { act?: Act } & Partial<PageWorld> = {},
) => {
  const current = { status: { ...RUNNING, ...first } };
  const read = vi.fn(() => Promise.resolve(current.status));
  const answer: Act = ({ action }) => {
    current.status = { ...current.status, state: action === 'stop' ? 'stopped' : 'running' };
    return Promise.resolve(current.status);
  };
  const done = vi.fn(act ?? answer);
  const handlers = { service: { read, act: done } };
  const page = await openPage({ path: '/system/service-settings/services', handlers, ...world });
  return { ...page, current, read, done };
};

/** The answer of the open question that goes on. */
const confirmation = () => {
  const [, button] = document.querySelectorAll<HTMLElement>('[role=alertdialog] button');
  if (button === undefined) throw new Error('there is no question');
  return button;
};

describe('the Services page', () => {
  it('shows state, account, start type, since when, and what the last exit means', async () => {
    const { text } = await open();
    for (const words of [
      'Print ORS Service',
      'StateRunning',
      'Accountremote-service',
      'Start typeAutomatic',
      'Last exitForcibly stopped (KILL), 1 Nov 2026',
    ])
      expect(text()).toContain(words);
    expect(text()).toMatch(/Since1 Nov 2026/);
  });

  it('offers only what makes sense now', async () => {
    const running = await open();
    expect(running.button('Start').hasAttribute('disabled')).toBe(true);
    expect(running.button('Stop').hasAttribute('disabled')).toBe(false);
    running.page.unmount();
    const stopped = await open({ state: 'stopped' });
    expect(stopped.button('Start').hasAttribute('disabled')).toBe(false);
    expect(stopped.button('Restart').hasAttribute('disabled')).toBe(true);
    stopped.page.unmount();
    const disabled = await open({ state: 'stopped', startType: 'disabled' });
    expect(disabled.button('Start').hasAttribute('disabled')).toBe(true);
  });

  it.each([
    [{ state: 'not-installed' }, 'not installed on this computer.Reinstall the program'],
    [{ state: 'stopped', startType: 'disabled' }, 'cannot be started.Ask the administrator'],
    [{ state: 'stopped' }, 'Until you start the service again, licences are not updated'],
    [{ state: 'failed' }, 'Start the service again. If it ends in the same way'],
    [
      { state: 'failed', lastExit: { at: null, code: 1069, signal: null, meaning: 'logon-failed' } },
      'Check the account and password',
    ],
  ] as const)('says what to do about %j', async (status, words) => {
    const { text } = await open(status);
    expect(text()).toContain(words);
    expect(text().includes('Last exit')).toBe(status.state !== 'not-installed');
  });

  it('starts at once', async () => {
    const { button, press, done, text } = await open({ state: 'stopped' });
    await press(button('Start'));
    expect(done).toHaveBeenCalledExactlyOnceWith({ action: 'start', mayAsk: false });
    expect(text()).toContain('StateRunning');
  });

  it('says what stopping means before it stops, and stops nothing when told so', async () => {
    const { button, press, done, text } = await open();
    await press(button('Stop'));
    expect(text()).toContain('Remote assistance ends. Licences are not updated');
    await press(button('Cancel'));
    expect(done).not.toHaveBeenCalled();
    await press(button('Stop'));
    await press(confirmation());
    expect(done).toHaveBeenCalledExactlyOnceWith({ action: 'stop', mayAsk: false });
    expect(text()).toContain('StateStopped');
  });

  it('takes back what an earlier attempt came to as soon as another begins', async () => {
    const act: Act = () => Promise.reject(new AppError('elevation-refused'));
    const { button, press, text } = await open({}, { act });
    await press(button('Stop'));
    await press(confirmation());
    expect(text()).toContain('nothing was changed');
    await press(button('Restart'));
    expect(text()).not.toContain('nothing was changed');
  });

  it('asks once more while a remote session runs', async () => {
    const remoteAssistance = { ...noAssistance(true), session: SESSION };
    const { press, button, done, text } = await open({}, { status: { remoteAssistance } });
    await press(button('Restart'));
    expect(text()).toContain('Licence updates pause for a few seconds');
    await press(confirmation());
    expect(text()).toContain('Petra Jansen is connected to this computer.');
    expect(done).not.toHaveBeenCalled();
    await press(button('End session and continue'));
    expect(done).toHaveBeenCalledExactlyOnceWith({ action: 'restart', mayAsk: false });
  });

  it('says why the system will ask, before it asks, and lets it ask only then', async () => {
    const { button, press, done, text } = await open({ state: 'stopped', permission: 'ask' });
    await press(button('Start'));
    expect(done).not.toHaveBeenCalled();
    expect(text()).toContain('You need administrator rights to start Print ORS Service');
    await press(button('Continue'));
    expect(done).toHaveBeenCalledExactlyOnceWith({ action: 'start', mayAsk: true });
  });

  it('explains and asks also where the need shows only when it is tried', async () => {
    const act: Act = ({ mayAsk }) =>
      mayAsk
        ? Promise.reject(new AppError('elevation-refused'))
        : Promise.reject(new AppError('elevation-needed'));
    const { button, press, done, text } = await open({ state: 'stopped' }, { act });
    await press(button('Start'));
    await press(button('Continue'));
    expect(done.mock.calls).toEqual([
      [{ action: 'start', mayAsk: false }],
      [{ action: 'start', mayAsk: true }],
    ]);
    expect(text()).toContain('The system did not give permission, so nothing was changed.');
    expect(text()).toContain('StateStopped');
  });

  it('follows what others do within two seconds, and asks nobody once it is left', async () => {
    const { current, text, read, router } = await open();
    current.status = {
      ...RUNNING,
      state: 'failed',
      lastExit: { ...RUNNING.lastExit, at: null, code: 1, signal: null, meaning: 'could-not-start' },
    };
    await vi.advanceTimersByTimeAsync(1500);
    expect(text()).toContain('StateStopped with an error');
    expect(text()).toContain('Last exitCould not start (1)');
    await router.push('/about');
    await flushPromises();
    await vi.advanceTimersByTimeAsync(1500);
    const asked = read.mock.calls.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(asked);
  });
});
