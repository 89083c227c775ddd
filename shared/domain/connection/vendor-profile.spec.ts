import { describe, expect, it } from 'vitest';
import { VendorProfile } from './vendor-profile';

const profile = (backOffice: string) => ({
  product: 'PRISMAdirect',
  vendorName: 'Vendor',
  backOffice,
  helpDesk: { phone: '', website: '' },
  certificates: [],
  roots: [{ kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43) }],
  threshold: 2,
  keySet: {},
});

describe('the address of the back office', () => {
  it.each(['https://back-office.example/api/v1', 'https://127.0.0.1:4433/api/v1', 'http://[::1]:80/api/v1'])(
    'may be %s',
    (address) => expect(VendorProfile.safeParse(profile(address)).success).toBe(true),
  );
  it.each([
    'http://back-office.example/api/v1',
    'http://127.0.0.1.evil/api/v1',
    'https://user:pw@back-office.example/api/v1',
    'https://back-office.example/',
    'https://back-office.example/api/v1?x=1',
    'file:///api/v1',
    'nonsense',
  ])('may not be %s', (address) => expect(VendorProfile.safeParse(profile(address)).success).toBe(false));
});

it('is never satisfied with one root signature', () => {
  expect(VendorProfile.safeParse({ ...profile('https://a/api/v1'), threshold: 1 }).success).toBe(false);
});
