import net, { type Socket } from 'node:net';
import { listen, LOOPBACK } from './ports';
import { FaultStream } from './fault-stream';

/** The faults of a connection; without one the bytes pass unchanged. */
export type Faults = {
  /** Every piece arrives this much later, in ms. */
  latencyMs?: number;
  /** Bytes per second in each direction. */
  rate?: number;
  /** How many bytes of the answer pass before `then` happens to the connection. */
  cutAfter?: number;
  /** The end of the connection at the cut: reset (RST), an orderly end of the answer alone, or silence from there on. */
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
  /** Bytes of answers that ever passed. */
  answered: () => number;
  /** Holds for connections that are open and for those to come. */
  set: (faults: Faults) => void;
  /** Cuts every open connection with RST. */
  resetAll: () => void;
  /** Cuts the open connection over which most has come. */
  resetBusiest: () => void;
  stop: () => Promise<void>;
};

/** Node's own `resetAndDestroy` sends an orderly end ahead of the RST, and that may be all the other side sees. */
const reset = (socket: Socket) => {
  Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
};

const connectThrough = (
  client: Socket,
  port: number,
  { faults, count }: { faults: () => Faults; count: (bytes: number) => void },
) => {
  const target = net.connect({ host: LOOPBACK, port, allowHalfOpen: true });
  const cut = (then: Faults['then']) => {
    if (then === 'reset') reset(client);
    else if (then === 'half-close') client.end();
  };
  const up = new FaultStream(() => ({ ...faults(), cutAfter: Infinity }), cut);
  const down = new FaultStream(faults, cut, count);
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
  /** The open connections, with the bytes of answers that passed over each. */
  const sockets = new Map<Socket, number>();
  let [faults, total, answered] = [first, 0, 0];
  const countFor = (socket: Socket) => (bytes: number) => {
    answered += bytes;
    const before = sockets.get(socket);
    if (before !== undefined) sockets.set(socket, before + bytes);
  };
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    total += 1;
    sockets.set(socket, 0);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    if (faults.refuses === true) reset(socket);
    else connectThrough(socket, target, { faults: () => faults, count: countFor(socket) });
  });
  const port = await listen(server);
  const resetAll = () => {
    for (const socket of sockets.keys()) reset(socket);
  };
  const resetBusiest = () => {
    const [busiest] = [...sockets].sort(([, a], [, b]) => b - a);
    if (busiest !== undefined) reset(busiest[0]);
  };
  return {
    port,
    open: () => sockets.size,
    total: () => total,
    answered: () => answered,
    set: (next) => void (faults = next),
    resetAll,
    resetBusiest,
    stop: () => {
      resetAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
