import { describe, expect, it } from 'vitest';
import type { HostFailure, HostOptions, WindowsHost } from '../windows-host';
import { WindowsServiceControl } from './windows-service-control';

const STOPPED = {
  state: 1,
  win32ExitCode: 1069,
  serviceExitCode: 0,
  account: 'VM\\print',
  startType: 3,
  isDelayed: false,
  since: null,
  mayControl: false,
};

/** A helper that answers every action with this outcome. */
const helper = (outcome: HostFailure | 'done') => {
  const asked: { words: readonly string[]; options: HostOptions | undefined }[] = [];
  const host: WindowsHost = {
    isThere: () => true,
    call: () => {
      throw new Error('nothing is run');
    },
    ask: (words, schema, options) => {
      if (words[0] === 'status') return Promise.resolve({ outcome: 'done', answer: schema.parse(STOPPED) });
      asked.push({ words, options });
      return Promise.resolve(outcome === 'done' ? { outcome, answer: schema.parse({}) } : { outcome });
    },
  };
  return { asked, control: new WindowsServiceControl(host) };
};

describe('the Windows service manager', () => {
  it.each(['start', 'stop', 'restart'] as const)('is told to %s, and may ask a person', async (action) => {
    const { asked, control } = helper('done');
    await control.act(action, { mayAsk: true });
    expect(asked).toMatchObject([{ words: ['control', action], options: { mayAsk: true } }]);
  });

  it.each([
    ['access-denied', false, { code: 'elevation-needed' }],
    ['access-denied', true, { code: 'elevation-refused' }],
    ['refused', true, { code: 'elevation-refused' }],
    ['disabled', false, { code: 'service-disabled' }],
    ['not-installed', false, { code: 'service-not-installed' }],
    ['not-started', false, { code: 'service-control-failed', params: { meaning: 'logon-failed' } }],
    ['too-slow', true, { code: 'service-control-failed' }],
    ['failed', true, { code: 'service-control-failed' }],
  ] as const)('that says %s (may ask: %s) is %j', async (outcome, mayAsk, failure) => {
    await expect(helper(outcome).control.act('start', { mayAsk })).rejects.toMatchObject(failure);
  });

  it('knows a service that is not there', async () => {
    const host = { ask: () => Promise.resolve({ outcome: 'not-installed' }) } as unknown as WindowsHost;
    expect(await new WindowsServiceControl(host).status()).toMatchObject({ state: 'not-installed' });
  });
});
