import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 256];
const BLUE = [0x0b, 0x62, 0xc4];
const WHITE = [0xff, 0xff, 0xff];
const SAMPLES = 4;

/** Writes the program's icon: `SIZExSIZE.png` for Linux and `icon.ico` for Windows. */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  const pictures = new Map(SIZES.map((size) => [size, png(size)]));
  for (const [size, picture] of pictures) writeFileSync(path.join(folder, `${size}x${size}.png`), picture);
  writeFileSync(path.join(folder, 'icon.ico'), ico(WINDOWS_SIZES.map((size) => [size, pictures.get(size)])));
}

/** A square with round corners; coordinates from -1 to 1, y downwards. */
function isInside(x, y) {
  const [dx, dy] = [Math.abs(x) - 0.52, Math.abs(y) - 0.52].map((distance) => Math.max(distance, 0));
  return Math.hypot(dx, dy) < 0.44;
}

/** A dot that sends two waves upwards. */
function isSign(x, y) {
  const [distance, above] = [Math.hypot(x, y - 0.34), 0.34 - y];
  if (distance < 0.15) return true;
  const isOnWave = Math.abs(distance - 0.42) < 0.075 || Math.abs(distance - 0.76) < 0.075;
  return isOnWave && above > 0.72 * Math.abs(x);
}

/** Red, green, blue and opacity of one pixel, smoothed over its samples. */
function pixelAt(column, row, size) {
  let [square, sign] = [0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1;
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1;
    if (!isInside(x, y)) continue;
    if (isSign(x, y)) sign += 1;
    else square += 1;
  }
  const covered = square + sign;
  if (covered === 0) return [0, 0, 0, 0];
  const mix = BLUE.map((blue, channel) => Math.round((blue * square + WHITE[channel] * sign) / covered));
  return [...mix, Math.round((255 * covered) / (SAMPLES * SAMPLES))];
}

/** PNG, 8 bits a channel with opacity, no filter (ISO/IEC 15948). */
function png(size) {
  const rows = Array.from({ length: size }, (_, row) => {
    const pixels = Array.from({ length: size }, (_, column) => pixelAt(column, row, size));
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** Windows icon: a directory of pictures, each kept as PNG. */
function ico(pictures) {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length + pictures.length * 16;
  const entries = pictures.map(([size, { length }]) => {
    const entry = Buffer.alloc(16);
    // A width or height of 256 is written as 0.
    entry.set([size % 256, size % 256]);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...pictures.map(([, picture]) => picture)]);
}
