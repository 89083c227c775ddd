import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { z } from 'zod';
import { FRAME_CAP } from './frame-decoder';
import type { FrameSocket } from './frame-socket';

const jsonrpc = z.literal('2.0');
const method = z.string().max(100);
const params = z.array(z.unknown()).max(1).optional();

/** All that a service accepts: requests with one argument at most; no cancellation, no notification. */
const FromClient = z.strictObject({ jsonrpc, id: z.number().int(), method, params });
/** All that a client accepts: answers and events. */
const FromService = z.union([
  z.strictObject({ jsonrpc, method, params }),
  z.strictObject({ jsonrpc, id: z.number().int(), result: z.unknown() }),
  z.strictObject({
    jsonrpc,
    id: z.number().int(),
    error: z.looseObject({ code: z.number(), message: z.string() }),
  }),
]);

class FrameReader extends AbstractMessageReader implements MessageReader {
  constructor(
    private readonly frames: FrameSocket,
    private readonly accepted: z.ZodType,
    private readonly onMessage: () => void,
  ) {
    super();
    frames.onClosed(() => this.fireClose());
  }

  listen(callback: DataCallback): Disposable {
    // An error here ends the connection: junk from an end that has proved itself is no reason to go on.
    this.frames.listen(FRAME_CAP, (frame) => {
      const message = this.accepted.parse(JSON.parse(frame.toString('utf8')));
      this.onMessage();
      callback(message as Message);
    });
    return { dispose: () => this.frames.close() };
  }
}

class FrameWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly frames: FrameSocket) {
    super();
  }

  async write(message: Message): Promise<void> {
    await Promise.resolve();
    this.frames.send(message);
  }

  end() {
    this.frames.close();
  }
}

/** JSON-RPC 2.0 over frames, after the handshake. `onMessage` is told of every message before it is handled. */
export const createJsonRpc = (
  frames: FrameSocket,
  side: 'client' | 'service',
  onMessage: () => void = () => undefined,
): MessageConnection => {
  const reader = new FrameReader(frames, side === 'service' ? FromClient : FromService, onMessage);
  return createMessageConnection(reader, new FrameWriter(frames));
};
