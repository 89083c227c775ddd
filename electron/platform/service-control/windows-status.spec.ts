import { describe, expect, it } from 'vitest';
import {
  ENDED,
  NEVER_STARTED,
  ON_THE_WAY,
  REFUSALS,
  REGISTRY,
  RUNNING,
  SUCCESSES,
} from './windows-outputs.fixture';
import { parseQuery, parseRefusal, parseRegistry, statusOfService } from './windows-status';

/** The input of the program: bytes of the system's code page, read as Latin-1. */
const asRead = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

const statusOf = (text: string) => {
  const numbers = parseQuery(text);
  return numbers === null ? null : statusOfService(numbers, {}, null);
};

describe('what sc.exe prints, as published', () => {
  it.each(RUNNING)('a service that runs ($language)', ({ text, processId }) => {
    for (const read of [text, asRead(text)]) {
      expect(parseQuery(read)).toEqual({ state: 4, win32ExitCode: 0, serviceExitCode: 0, processId });
      expect(statusOf(read)).toMatchObject({ state: 'running', lastExit: null });
    }
  });

  it.each(NEVER_STARTED)(
    'a service that has not been started since the system was ($language)',
    ({ text }) => {
      for (const read of [text, asRead(text)]) {
        expect(statusOf(read)).toMatchObject({
          state: 'stopped',
          lastExit: { code: 1077, meaning: 'never-started' },
        });
      }
    },
  );

  it.each(ON_THE_WAY)('a service that is $state ($language)', ({ text, state }) => {
    for (const read of [text, asRead(text)]) expect(statusOf(read)).toMatchObject({ state, lastExit: null });
  });

  it.each(ENDED)('a service that ended ($language)', ({ text, state, exit }) => {
    for (const read of [text, asRead(text)]) expect(statusOf(read)).toMatchObject({ state, lastExit: exit });
  });

  it.each(SUCCESSES)('no refusal in a success ($language)', ({ text }) => {
    for (const read of [text, asRead(text)]) expect(parseRefusal(read)).toBeNull();
  });

  it.each(REFUSALS)('a refusal by its number ($language)', ({ text, code }) => {
    for (const read of [text, asRead(text)]) {
      expect(parseRefusal(read)).toBe(code);
      expect(parseQuery(read)).toBeNull();
    }
  });

  it('a crash and a failed logon by their numbers', () => {
    const stopped = (win32: number, own = 0) =>
      statusOfService({ state: 1, win32ExitCode: win32, serviceExitCode: own, processId: 0 }, {}, null);
    expect(stopped(1067)).toMatchObject({ state: 'failed', lastExit: { code: 1067, meaning: 'crashed' } });
    expect(stopped(1069)).toMatchObject({ state: 'failed', lastExit: { meaning: 'logon-failed' } });
    expect(stopped(1066, 70)).toMatchObject({
      state: 'failed',
      lastExit: { code: 70, meaning: 'unexpected' },
    });
    expect(stopped(0)).toMatchObject({ state: 'stopped', lastExit: { meaning: 'clean' } });
  });

  it('nothing where there is nothing to read', () => {
    for (const text of ['', 'DESCRIPTION:\r\n  SC is a command line program', '\u0000'.repeat(100)])
      expect(parseQuery(text)).toBeNull();
    expect(parseRefusal('The service is starting')).toBeNull();
  });
});

describe('what reg.exe prints, as published', () => {
  it('gives account and start type', () => {
    const registry = parseRegistry(REGISTRY.text);
    const numbers = { state: 4, win32ExitCode: 0, serviceExitCode: 0, processId: 1 };
    expect(statusOfService(numbers, registry, null)).toMatchObject({
      account: 'LocalSystem',
      startType: 'automatic-delayed',
    });
    expect(statusOfService(numbers, { ...registry, start: '0x4' }, null).startType).toBe('disabled');
    expect(statusOfService(numbers, { ...registry, start: '0x3' }, null).startType).toBe('manual');
    expect(statusOfService(numbers, { start: '0x2' }, null).startType).toBe('automatic');
  });
});
