import { expect, it, onTestFinished, vi } from 'vitest';
import type { EventLog } from '@electron/platform/event-log/index';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import { auditHeadWriter, reportEvents } from './report-events';

const entry = (kind: ActivityEntry['kind'], detail: ActivityEntry['detail'] = {}): ActivityEntry => ({
  ...{ number: 7, at: '2026-05-01T10:00:00Z', kind, actor: 'service', detail },
});

const listen = () => {
  const write = vi.fn<EventLog['write']>(() => Promise.resolve(true));
  let tell: (entry: ActivityEntry) => void = () => undefined;
  const onAppended = (listener: (entry: ActivityEntry) => void) => {
    tell = listener;
    return () => undefined;
  };
  reportEvents({ onAppended }, { write });
  return { write, tell: (told: ActivityEntry) => tell(told) };
};

it('an activity that is worth an alert is told to the log of the system with what belongs to it', async () => {
  const { write, tell } = listen();
  tell(entry('assistance-started', { requestId: 'T-4711', isWide: false, minutes: 60, endsAt: null }));
  await vi.waitFor(() => expect(write).toHaveBeenCalledOnce());
  expect(write).toHaveBeenCalledWith('assistance-started', {
    ...{ record: '7', actor: 'service', requestId: 'T-4711', isWide: 'false', minutes: '60' },
  });
});

it('any other activity stays on the page', async () => {
  const { write, tell } = listen();
  tell(entry('settings-applied'));
  tell(entry('connected'));
  await vi.waitFor(() => expect(write).toHaveBeenCalled());
  expect(write.mock.calls.map(([event]) => event)).toEqual(['connected']);
});

it('the log of the system gets them in their order, however long it takes for one', async () => {
  const { write, tell } = listen();
  let free: (isTaken: boolean) => void = () => undefined;
  write.mockReturnValueOnce(new Promise((resolve) => (free = resolve)));
  tell(entry('licence-refused'));
  tell(entry('licence-installed'));
  await vi.waitFor(() => expect(write).toHaveBeenCalledOnce());
  free(false);
  await vi.waitFor(() => expect(write).toHaveBeenCalledTimes(2));
});

it('the end of the audit log is told there, and on stderr below systemd where that has failed (T59)', async () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.stubEnv('INVOCATION_ID', '1');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    stderr.mockRestore();
  });
  const write = vi.fn<EventLog['write']>(() => Promise.resolve(true));
  await auditHeadWriter({ write })({ record: 3, hash: 'abc' });
  expect(write).toHaveBeenCalledWith('audit-head', { record: '3', hash: 'abc' });
  expect(stderr).not.toHaveBeenCalled();
  write.mockResolvedValueOnce(false);
  await auditHeadWriter({ write })({ record: 4, hash: 'def' });
  await auditHeadWriter(null)({ record: 5, hash: 'ghi' });
  vi.stubEnv('INVOCATION_ID', undefined);
  await auditHeadWriter(null)({ record: 6, hash: 'jkl' });
  expect(stderr.mock.calls.map(([line]) => line)).toEqual([
    'audit log: record 4 is def\n',
    'audit log: record 5 is ghi\n',
  ]);
});
