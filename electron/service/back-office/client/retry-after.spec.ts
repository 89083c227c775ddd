import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after';

const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('retryAfterSeconds', () => {
  it.each([
    ['120', 120],
    [' 120 ', 120],
    ['0', 1],
    ['999999', 86_400],
    ['Sun, 01 Mar 2026 12:05:00 GMT', 300],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 1],
    ['Fri, 01 Jan 2038 00:00:00 GMT', 86_400],
  ])('%s is %i s', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });

  it.each([undefined, '', '-1', '1.5', '1e9', 'soon', '2026-03-01', '9'.repeat(400)])(
    '%s says nothing',
    (header) => {
      expect(retryAfterSeconds(header, NOW)).toBeNull();
    },
  );
});
