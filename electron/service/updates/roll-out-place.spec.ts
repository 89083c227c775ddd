import { expect, it } from 'vitest';
import { rollOutPlace } from './roll-out-place';

it('gives the places that the description of the format names', () => {
  expect(rollOutPlace('PD-0042-7781', '1.1.0-linux-x64')).toBe(55);
  expect(rollOutPlace('PD-0042-7781', '1.2.0-linux-x64')).toBe(37);
});

it('spreads installations evenly, so that a percentage is one', () => {
  const count = 20_000;
  const places = Array.from({ length: count }, (_, number) => rollOutPlace(`PD-${number}`, 'release'));
  expect(places.every((place) => Number.isInteger(place) && place >= 0 && place < 100)).toBe(true);
  for (const percent of [1, 10, 50]) {
    const share = places.filter((place) => place < percent).length / count;
    expect(Math.abs(share * 100 - percent)).toBeLessThan(1);
  }
});
