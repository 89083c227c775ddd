import { describe, expect, it } from 'vitest';
import { isHostName, portsOf } from './licence-server-ports';

describe('portsOf', () => {
  it('is the range of FlexNet where nothing is set', () => {
    expect(portsOf('')).toEqual([27000, 27001, 27002, 27003, 27004, 27005, 27006, 27007, 27008, 27009]);
  });

  it.each([
    ['27004', [27004]],
    [' 1700 ', [1700]],
    ['27000-27002', [27000, 27001, 27002]],
    ['27000 - 27000', [27000]],
  ])('reads %j', (text, ports) => {
    expect(portsOf(text)).toEqual(ports);
  });

  it.each(['0', '70000', '27009-27000', '1-1000', 'any', '27000,27001', '-5', '27000-'])(
    'refuses %j',
    (text) => {
      expect(portsOf(text)).toBeNull();
    },
  );
});

it.each([
  ['printsrv01', true],
  ['licences.example.com', true],
  ['192.168.10.4', true],
  ['fe80::1', true],
  ['', false],
  ['a b', false],
  ['http://host', false],
  ['host:27000/x', false],
])('%j may be a host: %s', (text, isOne) => {
  expect(isHostName(text)).toBe(isOne);
});
