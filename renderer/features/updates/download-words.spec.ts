import { expect, it } from 'vitest';
import { formatBytes, formatSpan, secondsLeft } from './download-words';

it('says sizes in the largest fitting unit', () => {
  expect([0, 999, 48_200_000, 312_000_000, 5e12].map((bytes) => formatBytes(bytes, 'en-GB'))).toEqual([
    '0 byte',
    '999 byte',
    '48.2 MB',
    '312 MB',
    '5,000 GB',
  ]);
});

it('says the time that is left at the rate of now', () => {
  const download = { state: 'running', receivedBytes: 1000, bytesPerSecond: 100, nextTry: null } as const;
  expect(secondsLeft(download, 10_000)).toBe(90);
  expect(secondsLeft({ ...download, bytesPerSecond: null }, 10_000)).toBeNull();
  expect([5, 90, 7300].map((seconds) => formatSpan(seconds, 'it'))).toEqual([
    '5 secondi',
    '2 minuti',
    '3 ore',
  ]);
});
