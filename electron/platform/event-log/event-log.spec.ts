import { describe, expect, it, vi } from 'vitest';
import { LOGGED_EVENTS } from '@shared/domain/activity/logged-events';
import type { ProgramResult, RunProgram } from '../programs';
import { createEventLog } from './index';

const log = (platform: NodeJS.Platform, code: number | null = 0) => {
  const ended: ProgramResult = { code, text: '{"outcome":"done"}', errors: '' };
  const run = vi.fn<RunProgram>(() => Promise.resolve(ended));
  return { run, log: createEventLog(platform, run) };
};

describe('the journal', () => {
  it('takes an event with its ID, its level and a field for everything that belongs to it', async () => {
    const { run, log: journal } = log('linux');
    const fields = { record: '7', requestId: 'T-4711', 'odd name!': 'Zoë' };
    expect(await journal.write('assistance-started', fields)).toBe(true);
    const { executable, args, input = '' } = run.mock.calls[0]?.[0] ?? {};
    expect([executable, args]).toEqual(['/usr/bin/logger', ['--journald']]);
    expect(input.split('\n')).toEqual([
      expect.stringMatching(
        /^MESSAGE=A remote assistance session has started.* record: 7, requestId: T-4711/,
      ),
      `MESSAGE_ID=${LOGGED_EVENTS['assistance-started'].messageId}`,
      ...['PRIORITY=6', 'SYSLOG_IDENTIFIER=remote-service', 'REMOTE_SERVICE_EVENT=assistance-started'],
      ...['REMOTE_SERVICE_RECORD=7', 'REMOTE_SERVICE_REQUEST_ID=T-4711', 'REMOTE_SERVICE_ODD_NAME_=Zoë', ''],
    ]);
  });

  it('gets no second field out of what comes from outside', async () => {
    const { run, log: journal } = log('linux');
    await journal.write('licence-refused', { reason: 'bad\nMESSAGE_ID=0\r\u2028PRIORITY=0\0' });
    const lines = run.mock.calls[0]?.[0].input?.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('MESSAGE_ID='))).toHaveLength(1);
    expect(lines).toContain('REMOTE_SERVICE_REASON=bad MESSAGE_ID=0 PRIORITY=0');
    expect(lines).toContain('PRIORITY=3');
  });

  it.each([1, null])('that does not take it (%s) is no failure of the service', async (code) => {
    expect(await log('linux', code).log.write('connected', {})).toBe(false);
  });
});

describe('the application log of Windows', () => {
  it('gets the name of the event, and through standard input what belongs to it', async () => {
    const { run, log: application } = log('win32');
    expect(await application.write('licence-refused', { record: '9', reason: 'two\nlines' })).toBe(true);
    const { args, input } = run.mock.calls[0]?.[0] ?? {};
    expect([args, input]).toEqual([['report-event', 'licence-refused'], 'record: 9\nreason: two lines\n']);
    expect(await log('win32', 68).log.write('connected', {})).toBe(false);
  });
});
