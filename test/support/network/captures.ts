import https from 'node:https';
import net, { type Socket } from 'node:net';
import { createServerCertificate, type Authority } from '../../back-office/data/certificate';
import { listen, LOOPBACK } from './ports';

export type Capture = {
  port: number;
  /** The head of every request, as it came. */
  heads: string[];
  stop: () => Promise<void>;
};

/** The answer of a capturing proxy: it lets through, asks for a login each time, or forbids. */
export type ProxyManners = 'open' | 'asks-for-login' | 'forbids';

const ASKS =
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n' +
  'Content-Length: 0\r\nConnection: keep-alive\r\n\r\n';
const FORBIDS = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

const tunnel = (client: Socket, head: string) => {
  const port = Number(/^CONNECT \S+:(\d+) /.exec(head)?.[1] ?? 0);
  const target = net.connect({ host: LOOPBACK, port }, () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    client.pipe(target);
    target.pipe(client);
  });
  target.on('error', () => client.destroy());
  target.on('close', () => client.destroy());
  client.on('close', () => target.destroy());
};

const serve = (client: Socket, heads: string[], manners: () => ProxyManners) => {
  let head = '';
  const read = (chunk: Buffer) => {
    head += chunk.toString('latin1');
    if (!head.includes('\r\n\r\n')) return;
    const whole = head;
    head = '';
    heads.push(whole);
    if (manners() === 'asks-for-login') client.write(ASKS);
    else if (manners() === 'forbids' || !whole.startsWith('CONNECT ')) client.end(FORBIDS);
    else {
      client.off('data', read);
      tunnel(client, whole);
    }
  };
  client.on('data', read);
};

/** An HTTP proxy that keeps what it is asked; every tunnel leads to this machine, whatever the name. */
export const startProxyCapture = async (
  first: ProxyManners = 'open',
): Promise<Capture & { set: (manners: ProxyManners) => void }> => {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  let manners = first;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    serve(socket, heads, () => manners);
  });
  const port = await listen(server);
  return {
    port,
    heads,
    set: (next) => void (manners = next),
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

export type OriginManners = { status?: number; headers?: Readonly<Record<string, string>>; body?: string };

/** A TLS server for localhost and updates.test that keeps the heads of its requests and answers all alike. */
export const startOriginCapture = async (
  authority: Authority,
  { status = 200, headers = { 'Content-Type': 'application/json' }, body = '{}' }: OriginManners = {},
): Promise<Capture> => {
  const heads: string[] = [];
  const server = https.createServer(await createServerCertificate(authority), (request, response) => {
    const fields: string[] = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      fields.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    }
    heads.push([`${request.method} ${request.url} HTTP/${request.httpVersion}`, ...fields].join('\r\n'));
    request.resume();
    response.writeHead(status, headers).end(body);
  });
  const port = await listen(server);
  return {
    port,
    heads,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};
