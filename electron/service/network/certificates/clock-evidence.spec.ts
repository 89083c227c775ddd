import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, certificateMaker, SERVER } from './certificate.fixture';
import { evidenceAgainstClock } from './clock-evidence';

const DAY = 86_400_000;
const NOW = Date.now() + 60_000;
const { make, pem, remove } = certificateMaker();

beforeAll(() => {
  make('root', { extensions: AUTHORITY, days: 3650 });
  make('server', { issuer: 'root', extensions: SERVER, days: 30 });
});
afterAll(remove);

it.each([
  ['a clock behind the certificate', -365, 0, 'the certificate'],
  ['a clock behind it and behind a later signed time', -365, 20, 'the signed time'],
  ['a clock years ahead of the last signed time', 12 * 365, 0, 'the signed time'],
  ['a clock that is right', 1, 0, 'nothing'],
  ['a certificate that expired soon after the last signed time', 40, 25, 'nothing'],
  ['a certificate that had expired at the last signed time', 400, 200, 'nothing'],
  ['a clock ahead where nothing was ever signed', 12 * 365, null, 'nothing'],
])('finds what speaks against %s', (_what, clockDays, signedDays, witness) => {
  const signedTime = signedDays === null ? 0 : NOW + signedDays * DAY;
  const against = evidenceAgainstClock([pem('server'), pem('root')], {
    now: NOW + clockDays * DAY,
    signedTime,
  });
  if (witness === 'nothing') expect(against).toBeNull();
  else if (witness === 'the signed time') expect(against).toBe(signedTime);
  else expect(Math.abs((against ?? 0) - NOW)).toBeLessThan(DAY);
});

it('says nothing of a chain that cannot be read', () => {
  expect(evidenceAgainstClock(['junk'], { now: NOW, signedTime: NOW })).toBeNull();
});
