/** The largest frame either end accepts, in bytes of body. */
export const FRAME_CAP = 1_048_576;
const HEADER = 4;
const SMALL = 4096;

/**
 * Cuts a byte stream into frames: a 4-byte big-endian length, then that many bytes. Memory grows with what has arrived,
 * never with what a header promises, and not with the number of chunks it arrived in.
 */
export class FrameDecoder {
  private held = Buffer.allocUnsafe(SMALL);
  private filled = 0;

  constructor(public cap = FRAME_CAP) {}

  /** Whether a frame has begun and is not whole yet. */
  get isMidFrame() {
    return this.filled > 0;
  }

  /** Returns the frames that this chunk completes; throws `RangeError` for an empty or too large one. */
  push(chunk: Uint8Array): Buffer[] {
    const frames: Buffer[] = [];
    let at = 0;
    while (at < chunk.length) {
      const wanted = this.filled < HEADER ? HEADER : HEADER + this.bodyLength();
      const taken = Math.min(wanted - this.filled, chunk.length - at);
      this.makeRoom(this.filled + taken);
      this.held.set(chunk.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled > HEADER && this.filled === HEADER + this.bodyLength()) frames.push(this.takeFrame());
      else if (this.filled === HEADER) this.checkLength();
    }
    return frames;
  }

  private bodyLength() {
    return this.held.readUInt32BE(0);
  }

  private checkLength() {
    const length = this.bodyLength();
    if (length === 0 || length > this.cap) throw new RangeError(`frame of ${length} bytes`);
  }

  private makeRoom(size: number) {
    if (size <= this.held.length) return;
    const larger = Buffer.allocUnsafe(Math.max(size, this.held.length * 2));
    this.held.copy(larger, 0, 0, this.filled);
    this.held = larger;
  }

  private takeFrame() {
    const frame = Buffer.from(this.held.subarray(HEADER, this.filled));
    this.filled = 0;
    if (this.held.length > SMALL) this.held = Buffer.allocUnsafe(SMALL);
    return frame;
  }
}

/** Encodes one JSON value as a frame; throws `RangeError` above the cap. */
export const encodeFrame = (value: unknown): Buffer => {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  if (body.length > FRAME_CAP) throw new RangeError(`frame of ${body.length} bytes`);
  const header = Buffer.allocUnsafe(HEADER);
  header.writeUInt32BE(body.length, 0);
  return Buffer.concat([header, body]);
};
