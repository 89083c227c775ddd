import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '@shared/errors/app-error';
import { readVendorProfile, vendorKeySet } from './vendor-profile';

const OWN = path.resolve(import.meta.dirname, '../../build/vendor.json');
const content = readFileSync(OWN, 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vendor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string) => {
  const file = path.join(folder, 'vendor.json');
  writeFileSync(file, text);
  return readVendorProfile(file);
};
const edited = (edit: (profile: Record<string, unknown>) => void) => {
  const profile = JSON.parse(content) as Record<string, unknown>;
  edit(profile);
  return JSON.stringify(profile);
};
const detailOf = (text: string) =>
  read(text).then(
    () => null,
    (error: unknown) => (error as AppError).params['detail'],
  );

describe('the vendor profile', () => {
  it('of this program is valid', async () => {
    const profile = await readVendorProfile(OWN);
    expect(profile).toMatchObject({ product: 'PRISMAdirect', threshold: 2 });
    expect((await vendorKeySet(profile)).keySet.version).toBe(3);
  });

  it.each([
    ['broken JSON', content.slice(0, -5), 'not-json'],
    ['a member twice', content.replace('"product"', '"product": "Other", "product"'), 'not-json'],
    [
      'plain HTTP to another machine',
      edited((profile) => (profile['backOffice'] = 'http://example.com/api/v1')),
      'backOffice',
    ],
    ['one root enough', edited((profile) => (profile['threshold'] = 1)), 'threshold'],
    [
      'too few roots',
      edited((profile) => (profile['roots'] = (profile['roots'] as unknown[]).slice(2))),
      'keySet: threshold',
    ],
    ['no key set', edited((profile) => (profile['keySet'] = {})), 'keySet: malformed'],
  ])('with %s is refused', async (_, text, detail) => {
    expect(await detailOf(text)).toBe(detail);
  });

  it('that is not there is refused by name', async () => {
    await expect(readVendorProfile(path.join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'vendor-profile-invalid',
      params: { detail: 'none.json: missing' },
    });
  });
});
