import { describe, expect, it } from 'vitest';
import { CONNECTION_STATES, toneOf } from '@shared/domain/connection/connection';
import { drawTrayPicture } from './tray-picture';

const dominant = (pixels: Buffer) => {
  const middle = (8 * 22 + 2) * 4;
  const [blue, green, red, alpha] = [...pixels.subarray(middle, middle + 4)] as [
    number,
    number,
    number,
    number,
  ];
  return { red, green, blue, alpha };
};

describe('the tray picture', () => {
  it.each(CONNECTION_STATES)('fills its square with something visible for %s', (state) => {
    const { pixels, size } = drawTrayPicture(state, 22);
    expect(pixels).toHaveLength(size * size * 4);
    expect(pixels[3]).toBe(0);
    expect(dominant(pixels).alpha).toBe(255);
  });

  it('differs for every state, in shape also where the colour is the same', () => {
    const drawn = new Set(
      CONNECTION_STATES.map((state) => drawTrayPicture(state, 22).pixels.toString('base64')),
    );
    expect(drawn.size).toBe(CONNECTION_STATES.length);
  });

  it('has a red dot in its lower right corner while a session runs', () => {
    const at = (17 * 22 + 17) * 4;
    for (const state of CONNECTION_STATES) {
      const { pixels } = drawTrayPicture(state, 22, true);
      const [blue = 0, , red = 0, alpha] = [...pixels.subarray(at, at + 4)];
      expect([red > blue + 100, alpha]).toEqual([true, 255]);
      expect(pixels.equals(drawTrayPicture(state, 22).pixels)).toBe(false);
    }
  });

  it('is green only for connected and orange for what went wrong', () => {
    for (const state of CONNECTION_STATES) {
      const { red, green, blue } = dominant(drawTrayPicture(state, 22).pixels);
      if (toneOf(state) === 'good') expect(green).toBeGreaterThan(red + 50);
      else if (toneOf(state) === 'warn') expect(red).toBeGreaterThan(blue + 100);
      else expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(30);
    }
  });
});
