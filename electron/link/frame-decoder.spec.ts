import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_CAP, FrameDecoder, encodeFrame } from './frame-decoder';

const header = (length: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};

describe('FrameDecoder', () => {
  it('finds the same frames however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.json(), { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 400 })),
        (texts, cuts) => {
          const values = texts.map((text) => JSON.parse(text) as unknown);
          const bytes = Buffer.concat(values.map(encodeFrame));
          const decoder = new FrameDecoder();
          const frames: Buffer[] = [];
          for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
            const size = cuts.length === 0 ? bytes.length : (cuts[turn % cuts.length] ?? 1);
            frames.push(...decoder.push(bytes.subarray(at, at + size)));
            at += size;
          }
          expect(frames.map((frame) => JSON.parse(frame.toString('utf8')) as unknown)).toEqual(values);
          expect(decoder.isMidFrame).toBe(false);
        },
      ),
    );
  });

  it('never throws anything but a refused length, and never keeps more than it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), (chunks) => {
        const decoder = new FrameDecoder(1024);
        try {
          for (const chunk of chunks)
            for (const frame of decoder.push(chunk)) expect(frame.length).toBeLessThan(1025);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });

  it.each([0, FRAME_CAP + 1, 0xffff_ffff])('refuses a length of %d as soon as it is known', (length) => {
    expect(() => new FrameDecoder().push(header(length))).toThrow(RangeError);
  });

  it('takes the largest frame, one byte at a time in bounded memory', () => {
    const decoder = new FrameDecoder();
    expect(decoder.push(header(FRAME_CAP))).toEqual([]);
    const before = process.memoryUsage().rss;
    const one = Buffer.from([120]);
    for (let sent = 1; sent < FRAME_CAP; sent += 1) decoder.push(one);
    expect(decoder.isMidFrame).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * FRAME_CAP);
    expect(decoder.push(one)[0]).toHaveLength(FRAME_CAP);
  });

  it('refuses to send what the other end would refuse', () => {
    expect(() => encodeFrame('x'.repeat(FRAME_CAP))).toThrow(RangeError);
    expect(encodeFrame('è')).toEqual(Buffer.from([0, 0, 0, 4, 34, 0xc3, 0xa8, 34]));
  });
});
