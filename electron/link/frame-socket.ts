import type { Socket } from 'node:net';
import { FrameDecoder, encodeFrame } from './frame-decoder';

/** From the first byte of a frame to its last, in ms. */
const FRAME_DEADLINE = 5000;
/** Bytes that may wait for an end that asks and does not read the answers; beyond it the connection is dropped. */
export const WAITING_CAP = 4 * 1_048_576;

interface Reader {
  resolve: (frame: Buffer) => void;
  reject: (error: Error) => void;
}

/**
 * Frames over one socket, in two phases: `next` for a handshake, then `listen` for good. Garbage, a late frame or a
 * reader that does not keep up ends the connection; nothing here throws into the socket's events.
 */
export class FrameSocket {
  private readonly decoder = new FrameDecoder();
  private readonly waiting: Buffer[] = [];
  private reader: Reader | null = null;
  private listener: ((frame: Buffer) => void) | null = null;
  private lateFrame: NodeJS.Timeout | null = null;

  constructor(
    private readonly socket: Socket,
    cap: number,
    private readonly frameDeadline = FRAME_DEADLINE,
  ) {
    this.decoder.cap = cap;
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.stopped());
  }

  /** The next frame; rejects when the connection ends first. */
  next(): Promise<Buffer> {
    const frame = this.waiting.shift();
    if (frame !== undefined) return Promise.resolve(frame);
    if (this.socket.destroyed) return Promise.reject(new Error('connection closed'));
    return new Promise((resolve, reject) => {
      this.reader = { resolve, reject };
      this.socket.resume();
    });
  }

  /** Accepts frames of up to `cap` bytes from now on. */
  allow(cap: number) {
    this.decoder.cap = cap;
  }

  /** Hands every further frame to `listener`, with frames of up to `cap` bytes. */
  listen(cap: number, listener: (frame: Buffer) => void) {
    this.allow(cap);
    this.listener = listener;
    for (const frame of this.waiting.splice(0)) this.deliver(frame);
    this.socket.resume();
  }

  /** Queues one JSON value; throws `RangeError` when it is too large, drops the connection when too much waits. */
  send(value: unknown) {
    const frame = encodeFrame(value);
    if (this.socket.destroyed) return;
    if (this.socket.writableLength + frame.length > WAITING_CAP) this.socket.destroy();
    else this.socket.write(frame);
  }

  /** Whether the other end reads so slowly that what is sent now would wait here. */
  get isCongested() {
    return this.socket.writableNeedDrain;
  }

  /** Told whenever nothing waits here any more after `isCongested`. */
  onDrained(listener: () => void) {
    this.socket.on('drain', listener);
  }

  onClosed(listener: () => void): () => void {
    if (this.socket.destroyed) queueMicrotask(listener);
    else this.socket.once('close', listener);
    return () => void this.socket.off('close', listener);
  }

  /** Ends at once; what still waits to be sent is lost. */
  close() {
    this.socket.destroy();
  }

  /** Ends after what waits has been sent, within a second. */
  finish() {
    this.socket.end();
    setTimeout(() => this.socket.destroy(), 1000).unref();
  }

  private take(chunk: Buffer) {
    try {
      const frames = this.decoder.push(chunk);
      this.watchDeadline(frames.length > 0);
      for (const frame of frames) this.deliver(frame);
    } catch {
      this.socket.destroy();
    }
  }

  private deliver(frame: Buffer) {
    if (this.socket.destroyed) return;
    if (this.listener !== null) {
      this.callListener(this.listener, frame);
    } else if (this.reader !== null) {
      const { resolve } = this.reader;
      this.reader = null;
      resolve(frame);
    } else {
      this.waiting.push(frame);
      this.socket.pause();
    }
  }

  private callListener(listener: (frame: Buffer) => void, frame: Buffer) {
    try {
      listener(frame);
    } catch {
      this.socket.destroy();
    }
  }

  private watchDeadline(hasCompleted: boolean) {
    if (this.lateFrame !== null && (hasCompleted || !this.decoder.isMidFrame)) {
      clearTimeout(this.lateFrame);
      this.lateFrame = null;
    }
    if (this.lateFrame === null && this.decoder.isMidFrame) {
      this.lateFrame = setTimeout(() => this.socket.destroy(), this.frameDeadline);
    }
  }

  private stopped() {
    if (this.lateFrame !== null) clearTimeout(this.lateFrame);
    this.reader?.reject(new Error('connection closed'));
    this.reader = null;
  }
}
