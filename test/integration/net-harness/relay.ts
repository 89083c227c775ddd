import net, { type AddressInfo, type Socket } from 'node:net';

export type Relay = {
  port: number;
  /** Connections that are open right now, and all that ever were. */
  open: () => number;
  total: () => number;
  close: () => Promise<void>;
};

const listen = async (server: net.Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const join = (a: Socket, b: Socket) => {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
    from.pipe(to);
  }
};

const relayWith = async (serve: (socket: Socket) => void): Promise<Relay> => {
  const sockets = new Set<Socket>();
  let total = 0;
  const server = net.createServer((socket) => {
    total += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  const port = await listen(server);
  return {
    port,
    open: () => sockets.size,
    total: () => total,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

/** Passes bytes on to a port of the loopback address, and counts who comes. */
export const startRelay = (target: number) =>
  relayWith((socket) => join(socket, net.connect({ host: '127.0.0.1', port: target })));

const REFUSAL =
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n' +
  'Content-Length: 0\r\nConnection: keep-alive\r\n\r\n';

/** An HTTP proxy for CONNECT; `heads` are the requests it has seen. */
export const startProxy = async ({ asksForLogin = false } = {}) => {
  const heads: string[] = [];
  const relay = await relayWith((socket) => {
    let head = '';
    const read = (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      heads.push(head);
      const [, host, port] = /^CONNECT ([^:\s]+):(\d+) /.exec(head) ?? [];
      head = '';
      if (asksForLogin || host === undefined) {
        socket.write(REFUSAL);
        return;
      }
      socket.off('data', read);
      const target = net.connect({ host, port: Number(port) }, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        join(socket, target);
      });
      target.on('error', () => socket.destroy());
    };
    socket.on('data', read);
  });
  return { ...relay, heads };
};
