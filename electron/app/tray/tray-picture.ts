import type { ConnectionState } from '@shared/domain/connection/connection';

/** Pixels as Electron's `createFromBitmap` takes them: BGRA, premultiplied, row by row. */
export interface Picture {
  size: number;
  pixels: Buffer;
}

type Colour = readonly [red: number, green: number, blue: number];
/** Whether a point belongs to the sign inside the disc; both from -1 to 1. */
type Sign = (x: number, y: number) => boolean;

const GREEN: Colour = [0x2a, 0x9d, 0x5c];
const ORANGE: Colour = [0xd9, 0x6a, 0x0b];
const GREY: Colour = [0x7b, 0x83, 0x8c];
const RED: Colour = [200, 30, 45];
const WHITE: Colour = [0xff, 0xff, 0xff];

const SAMPLES = 4;

const isOnLine = (x: number, y: number, from: readonly [number, number], to: readonly [number, number]) => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy) < 0.14;
};

const check: Sign = (x, y) =>
  isOnLine(x, y, [-0.45, 0.05], [-0.12, 0.38]) || isOnLine(x, y, [-0.12, 0.38], [0.48, -0.32]);
const exclamation: Sign = (x, y) => isOnLine(x, y, [0, -0.5], [0, 0.1]) || Math.hypot(x, y - 0.47) < 0.16;
const dots: Sign = (x, y) => [-0.48, 0, 0.48].some((at) => Math.hypot(x - at, y) < 0.17);
const bar: Sign = (x, y) => isOnLine(x, y, [-0.42, 0], [0.42, 0]);

/** Colour and sign both differ, so that no state is told by its colour alone. */
const LOOKS: Readonly<Record<ConnectionState, readonly [Colour, Sign]>> = {
  connected: [GREEN, check],
  failed: [ORANGE, exclamation],
  'service-stopped': [ORANGE, bar],
  connecting: [GREY, dots],
  'not-configured': [GREY, exclamation],
  disabled: [GREY, bar],
};

const samplePoints = Array.from({ length: SAMPLES * SAMPLES }, (_, index): [number, number] => [
  ((index % SAMPLES) + 0.5) / SAMPLES,
  (Math.floor(index / SAMPLES) + 0.5) / SAMPLES,
]);

/** Somebody from outside is on this machine: a dot in the lower right corner, set off by a gap. */
const isInDot = (x: number, y: number) => Math.hypot(x - 0.58, y - 0.58) <= 0.42;
const isInGap = (x: number, y: number) => Math.hypot(x - 0.58, y - 0.58) <= 0.56;

/** Draws the sign of a state: a disc with a white mark, smooth at any size; with a dot while a session runs. */
export const drawTrayPicture = (state: ConnectionState, size: number, hasSession = false): Picture => {
  const [colour, sign] = LOOKS[state];
  const colourAt = (x: number, y: number): Colour | null => {
    if (hasSession && isInDot(x, y)) return RED;
    if (Math.hypot(x, y) > 0.96 || (hasSession && isInGap(x, y))) return null;
    return sign(x, y) ? WHITE : colour;
  };
  const pixels = Buffer.alloc(size * size * 4);
  for (let index = 0; index < size * size; index += 1) {
    const seen = samplePoints
      .map(([sx, sy]) =>
        colourAt((((index % size) + sx) / size) * 2 - 1, ((Math.floor(index / size) + sy) / size) * 2 - 1),
      )
      .filter((one) => one !== null);
    const total = samplePoints.length;
    const mix = (channel: 0 | 1 | 2) => Math.round(seen.reduce((sum, one) => sum + one[channel], 0) / total);
    pixels.set([mix(2), mix(1), mix(0), Math.round((255 * seen.length) / total)], index * 4);
  }
  return { size, pixels };
};
