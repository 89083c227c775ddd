import net, { type Socket } from 'node:net';
import { listen, LOOPBACK } from './ports';
import { FaultStream } from './fault-stream';

/** What goes wrong with bytes on their way; nothing of it = they pass as they come. */
export type Faults = {
  /** Every piece arrives this much later, in ms. */
  latencyMs?: number;
  /** Bytes per second in each direction. */
  rate?: number;
  /** How many bytes of the answer pass before `then` happens to the connection. */
  cutAfter?: number;
  /** What happens at the cut: reset (RST), an orderly end of the answer alone, or silence from there on. */
  then?: 'reset' | 'half-close' | 'silence';
  /** Connections are accepted and nothing ever passes. */
  isBlackhole?: boolean;
  /** Connections are reset as soon as they come. */
  refuses?: boolean;
};

export type FaultProxy = {
  port: number;
  /** Connections that are open now, and all that ever came. */
  open: () => number;
  total: () => number;
  /** Holds for connections that are open and for those to come. */
  set: (faults: Faults) => void;
  /** Cuts every open connection with RST. */
  resetAll: () => void;
  stop: () => Promise<void>;
};

/** Node's own `resetAndDestroy` sends an orderly end ahead of the RST, and that may be all the other side sees. */
const reset = (socket: Socket) => {
  Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
};

const connectThrough = (client: Socket, port: number, faults: () => Faults) => {
  const target = net.connect({ host: LOOPBACK, port, allowHalfOpen: true });
  const cut = (then: Faults['then']) => {
    if (then === 'reset') reset(client);
    else if (then === 'half-close') client.end();
  };
  const up = new FaultStream(() => ({ ...faults(), cutAfter: Infinity }), cut);
  const down = new FaultStream(faults, cut);
  client.pipe(up).pipe(target);
  target.pipe(down).pipe(client);
  for (const [one, other] of [
    [client, target],
    [target, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => {
      for (const stream of [other, up, down]) stream.destroy();
    });
  }
};

/** Stands between a client and a port of the loopback address, and spoils what passes as it is told to. */
export const startFaultProxy = async (target: number, first: Faults = {}): Promise<FaultProxy> => {
  const sockets = new Set<Socket>();
  let [faults, total] = [first, 0];
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    total += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (faults.refuses === true) reset(socket);
    else connectThrough(socket, target, () => faults);
  });
  const port = await listen(server);
  const resetAll = () => {
    for (const socket of sockets) reset(socket);
  };
  return {
    port,
    open: () => sockets.size,
    total: () => total,
    set: (next) => void (faults = next),
    resetAll,
    stop: () => {
      resetAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
