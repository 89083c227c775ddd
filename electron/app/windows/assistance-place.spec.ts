import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWhollyIn, placeIn } from './assistance-place';

const first = { x: 0, y: 28, width: 1280, height: 996 };
const second = { x: 1280, y: 0, width: 1024, height: 768 };

it('puts the request in the middle and the indicator into the upper right corner', () => {
  expect(placeIn('request', second)).toEqual({ x: 1512, y: 94, width: 560, height: 580 });
  expect(placeIn('session', second)).toEqual({ x: 1868, y: 16, width: 420, height: 250 });
});

it('grows with the text and stays within the work area, however small and wherever it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('request' as const, 'session' as const),
      fc.record({
        ...{ x: fc.integer({ min: -8000, max: 8000 }), y: fc.integer({ min: -8000, max: 8000 }) },
        ...{ width: fc.integer({ min: 320, max: 8000 }), height: fc.integer({ min: 200, max: 8000 }) },
      }),
      fc.constantFrom(0.5, 1, 1.25, 2, 5),
      (kind, area, zoom) => isWhollyIn(placeIn(kind, area, zoom), [area]),
    ),
  );
  expect(placeIn('session', first, 2)).toMatchObject({ width: 840, height: 500 });
});

it('tells a window that lies between two displays, or on one that has gone', () => {
  expect(isWhollyIn({ x: 1200, y: 100, width: 200, height: 200 }, [first, second])).toBe(false);
  expect(isWhollyIn(placeIn('session', second), [first])).toBe(false);
  expect(isWhollyIn(placeIn('session', second), [first, second])).toBe(true);
});
