import type { Readable } from 'node:stream';
import { AppError } from '@shared/errors/app-error';

/** The least an answer must bring, measured over windows that follow each other from its first byte. */
export type SlowestPace = { bytesPerSecond: number; windowMs: number };

export const SLOWEST_PACE: SlowestPace = { bytesPerSecond: 1000, windowMs: 30_000 };

/**
 * The parts of a body, decompressed as they come. Throws `answer-too-slow` below the slowest pace; what the stream itself
 * throws passes through. Whoever stops reading ends the stream.
 */
export async function* paced(stream: Readable, pace: SlowestPace): AsyncGenerator<Uint8Array> {
  let size = 0;
  let sizeBefore = 0;
  const timer = setInterval(() => {
    if (size - sizeBefore < (pace.bytesPerSecond * pace.windowMs) / 1000) {
      stream.destroy(new AppError('answer-too-slow'));
    }
    sizeBefore = size;
  }, pace.windowMs);
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      yield chunk;
    }
  } finally {
    clearInterval(timer);
    stream.destroy();
  }
}

/** The parts of a body that comes at the pace of the other side; each of them is told. */
export async function* heldOpen(stream: Readable, onPiece: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    onPiece();
    yield chunk;
  }
}

/** Collects a body. Throws `answer-too-large` at the first byte beyond the cap, and what its parts throw. */
export const readBody = async (parts: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of parts) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError('answer-too-large', { maxBytes });
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
};
