import { describe, expect, it } from 'vitest';
import { addressOf, checkedAddress } from './back-office-address';

describe('checkedAddress (T35)', () => {
  it.each([
    'https://back-office.example/api/v1',
    'https://back-office.example:8443/api/v1',
    'http://127.0.0.1:4000/api/v1',
    'http://[::1]:4000/api/v1',
  ])('takes %s', (address) => {
    expect(checkedAddress(address).href).toBe(address);
  });

  it.each([
    'http://back-office.example/api/v1',
    'http://localhost:4000/api/v1',
    'http://127.0.0.1.example/api/v1',
    'https://user:word@back-office.example/api/v1',
    'https://user@back-office.example/api/v1',
    'ftp://back-office.example/api/v1',
    'file:///api/v1',
    '//back-office.example/api/v1',
    '',
  ])('refuses %s', (address) => {
    expect(() => checkedAddress(address)).toThrow('back-office-address-refused');
  });
});

describe('addressOf (T35)', () => {
  const base = new URL('https://back-office.example/api/v1');

  it('puts the path behind the base', () => {
    expect(addressOf(base, '/installations/a-1/events?wait=50')).toBe(
      'https://back-office.example/api/v1/installations/a-1/events?wait=50',
    );
  });

  it.each(['/../../admin', '/installations/../../../x', '@evil.example/'])(
    'does not leave the base with %s',
    (path) => {
      expect(() => addressOf(base, path)).toThrow('back-office-address-refused');
    },
  );
});
