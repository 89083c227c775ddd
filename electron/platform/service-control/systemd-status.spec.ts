import { describe, expect, it } from 'vitest';
import { parseExitRecord, parseUnit, statusOfUnit } from './systemd-status';

const AT = '2026-11-23T23:40:05.000Z';

const unit = (values: Record<string, string>) =>
  parseUnit(
    Object.entries({
      LoadState: 'loaded',
      ActiveState: 'active',
      UnitFileState: 'enabled',
      User: 'remote-service',
      ...values,
    })
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  );

describe('what systemctl show says', () => {
  it('of a running service: since when, as whom, how the last run ended', () => {
    const properties = unit({
      ActiveEnterTimestamp: 'Mon 2026-11-23 23:40:03 UTC',
      InactiveEnterTimestamp: 'Mon 2026-11-23 23:40:01 UTC',
      ExecMainCode: '0',
      ExecMainExitTimestamp: '',
    });
    expect(statusOfUnit(properties, parseExitRecord('signal killed KILL\n', AT))).toEqual({
      mode: 'installed',
      state: 'running',
      account: 'remote-service',
      startType: 'automatic',
      since: '2026-11-23T23:40:03.000Z',
      lastExit: { at: AT, code: null, signal: 'KILL', meaning: 'killed' },
    });
  });

  it('of one that failed: the exit that systemd still remembers', () => {
    const properties = unit({
      ActiveState: 'failed',
      Result: 'exit-code',
      InactiveEnterTimestamp: 'Mon 2026-11-23 23:40:05 UTC',
      ExecMainCode: '1',
      ExecMainStatus: '217',
      ExecMainExitTimestamp: 'Mon 2026-11-23 23:40:05 UTC',
    });
    expect(statusOfUnit(properties, null)).toMatchObject({
      state: 'failed',
      since: AT,
      lastExit: { at: AT, code: 217, signal: null, meaning: 'could-not-start' },
    });
  });

  it('of one that is stopped and forgotten: the moment of its last exit', () => {
    const properties = unit({
      ActiveState: 'inactive',
      ActiveEnterTimestamp: '',
      InactiveEnterTimestamp: '',
    });
    expect(statusOfUnit(properties, parseExitRecord('success exited 0', AT))).toMatchObject({
      state: 'stopped',
      since: AT,
      lastExit: { code: 0, meaning: 'clean' },
    });
  });

  it('of one that is not there', () => {
    expect(statusOfUnit(parseUnit('LoadState=not-found\nActiveState=inactive'), null)).toEqual({
      mode: 'installed',
      state: 'not-installed',
      account: null,
      startType: null,
      since: null,
      lastExit: null,
    });
  });

  it.each([
    ['success exited 0', 'clean'],
    ['success killed TERM', 'clean'],
    ['exit-code exited 1', 'could-not-start'],
    ['exit-code exited 70', 'unexpected'],
    ['exit-code exited 203', 'could-not-start'],
    ['signal killed TERM', 'terminated'],
    ['core-dump dumped SEGV', 'crashed'],
    ['oom-kill killed KILL', 'out-of-memory'],
    ['timeout killed KILL', 'timed-out'],
    ['start-limit-hit  ', 'too-many-starts'],
  ])('the record "%s" means %s', (record, meaning) =>
    expect(parseExitRecord(record, AT)?.meaning).toBe(meaning),
  );

  it('no record is read out of something else', () => {
    for (const text of ['', '\n', 'a b c d e', '<html>', 'x'.repeat(10_000)])
      expect(parseExitRecord(text, AT)).toBeNull();
  });
});
