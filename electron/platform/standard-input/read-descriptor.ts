import { createReadStream } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** Reads what another process has given us: a pipe as it fills, anything else as a file. An error comes as an event. */
export const readDescriptor = (fd: number): Readable => {
  try {
    return new Socket({ fd, readable: true, writable: false });
  } catch {
    // Of no kind that Node waits for: a file, or what the system takes for one.
    return createReadStream('', { fd, autoClose: false });
  }
};
