import { describe, expect, it } from 'vitest';
import { ERROR_GROUPS, ERRORS, exitCodeOf, type ErrorCode } from './error-catalogue';

const codesIn = (group: object) => Object.keys(group) as ErrorCode[];

describe('the exit code of an error', () => {
  it.each(codesIn(ERROR_GROUPS.settings).filter((code) => ERRORS[code].class === 'refused'))(
    'calls a setting refused as %s a wrong usage, as it does its siblings',
    (code) => {
      const elsewhere: Partial<Record<ErrorCode, number>> = { 'setting-locked': 30, 'nothing-to-copy': 1 };
      expect(exitCodeOf(code)).toBe(elsewhere[code] ?? 2);
    },
  );

  it.each([...codesIn(ERROR_GROUPS.licence), ...codesIn(ERROR_GROUPS.flexnet)])(
    'calls a licence refused as %s an invalid licence',
    (code) => {
      const elsewhere: Partial<Record<ErrorCode, number>> = { 'no-licence': 11, 'no-licence-server': 1 };
      expect(exitCodeOf(code)).toBe(elsewhere[code] ?? 12);
    },
  );

  it.each([
    ['service-stopped', 20],
    ['not-operator', 31],
    ['elevation-refused', 31],
    ['back-office-unreachable', 21],
    ['maintenance-unknown', 11],
    ['usage-wrong', 2],
    ['settings-broken', 1],
    ['internal', 1],
  ] as const)('ends with the documented number for %s', (code, exitCode) => {
    expect(exitCodeOf(code)).toBe(exitCode);
  });
});
