import { describe, expect, it } from 'vitest';
import { HostStatus, statusOfService } from './windows-status';

const SAID: HostStatus = {
  state: 4,
  win32ExitCode: 0,
  serviceExitCode: 0,
  account: 'NT SERVICE\\PrintORSService',
  startType: 2,
  isDelayed: true,
  since: '2026-11-30T08:00:00.000Z',
  mayControl: false,
};
const said = (changed: Partial<HostStatus>) => statusOfService(HostStatus.parse({ ...SAID, ...changed }));

describe('what the helper says of the service', () => {
  it('is a status for a person', () => {
    expect(said({})).toEqual({
      mode: 'installed',
      state: 'running',
      account: 'NT SERVICE\\PrintORSService',
      startType: 'automatic-delayed',
      since: '2026-11-30T08:00:00.000Z',
      lastExit: null,
      permission: 'ask',
    });
    expect(said({ mayControl: true }).permission).toBe('granted');
  });

  it.each([
    [1, 'stopped'],
    [2, 'starting'],
    [3, 'stopping'],
    [4, 'running'],
    [5, 'starting'],
    [6, 'stopping'],
    [7, 'stopped'],
  ])('is for state %d %s', (state, expected) => expect(said({ state }).state).toBe(expected));

  it.each([
    [2, false, 'automatic'],
    [2, true, 'automatic-delayed'],
    [3, true, 'manual'],
    [4, false, 'disabled'],
    [9, false, null],
  ])('starts by type %d', (startType, isDelayed, expected) =>
    expect(said({ startType, isDelayed }).startType).toBe(expected),
  );

  it('names a crash, a failed logon and a number of its own', () => {
    const stopped = (win32ExitCode: number, serviceExitCode = 0) =>
      said({ state: 1, win32ExitCode, serviceExitCode });
    expect(stopped(1067)).toMatchObject({ state: 'failed', lastExit: { code: 1067, meaning: 'crashed' } });
    expect(stopped(1069)).toMatchObject({ state: 'failed', lastExit: { meaning: 'logon-failed' } });
    expect(stopped(1053)).toMatchObject({ state: 'failed', lastExit: { meaning: 'timed-out' } });
    expect(stopped(1066, 70)).toMatchObject({ lastExit: { code: 70, meaning: 'unexpected' } });
    expect(stopped(0)).toMatchObject({ state: 'stopped', lastExit: { meaning: 'clean' } });
    expect(stopped(1077)).toMatchObject({ state: 'stopped', lastExit: { meaning: 'never-started' } });
  });

  it.each([{ state: 0 }, { state: 8 }, { since: 'yesterday' }, { account: 1 }])('is not %j', (changed) =>
    expect(HostStatus.safeParse({ ...SAID, ...changed }).success).toBe(false),
  );
});
