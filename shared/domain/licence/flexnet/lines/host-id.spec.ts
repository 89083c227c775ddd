import { describe, expect, it } from 'vitest';
import { hostIdsOf, namesHostId, normalHostId } from './host-id';

describe('normalHostId', () => {
  it.each([
    '0A1B2C3D4E5F',
    '0a1b2c3d4e5f',
    '0A-1B-2C-3D-4E-5F',
    '0a:1b:2c:3d:4e:5f',
    '"0a1b2c3d4e5f"',
    '0a1b.2c3d.4e5f',
  ])('knows %s as one network address', (id) => {
    expect(normalHostId(id)).toBe('0a1b2c3d4e5f');
  });

  it.each([
    ['FLEXID=9-7C4477C3', 'flexid=9-7c4477c3'],
    ['INTERNET=192.0.2.43', 'internet=192.0.2.43'],
    ['HOSTNAME=Print-Srv', 'hostname=print-srv'],
    ['coffee-000', 'coffee-000'],
  ])('leaves %s as it is, but for the case', (id, normal) => {
    expect(normalHostId(id)).toBe(normal);
  });
});

it('takes a list apart', () => {
  expect(hostIdsOf(' 0a1b2c3d4e5f\t"0a1b2c3d4e60" ')).toEqual(['0a1b2c3d4e5f', '0a1b2c3d4e60']);
});

describe('namesHostId', () => {
  it('finds the machine in a list, in any writing', () => {
    expect(namesHostId(['17007ea8', '0A1B2C3D4E5F'], '0a-1b-2c-3d-4e-5f')).toBe(true);
  });

  it('finds a machine that has several', () => {
    expect(namesHostId(['0A1B2C3D4E5F'], '17007ea8 0A1B2C3D4E5F')).toBe(true);
  });

  it('is right for any machine where the file says so', () => {
    expect(namesHostId(['any'], '17007ea8')).toBe(true);
  });

  it('knows another machine', () => {
    expect(namesHostId(['0A1B2C3D4E5F'], '0A1B2C3D4E60')).toBe(false);
  });
});
