import net, { type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { blameOf } from './ask-proxy';

const host = '127.0.0.1';
const toStop: (() => void)[] = [];
afterEach(() => {
  for (const stop of toStop.splice(0)) stop();
});

/** A server that does this with the first line of each connection, or as soon as it is connected. */
const serverThat = async (does: (socket: Socket, line: string) => void) => {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (data) => does(socket, data.toString('latin1')));
  });
  server.listen(0, host);
  await once(server, 'listening');
  toStop.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { host, port: (server.address() as AddressInfo).port };
};
const answers = (...lines: string[]) => serverThat((socket) => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
const LOGIN = 'HTTP/1.1 407 Proxy Authentication Required';

it.each([
  ['one that ends at once', () => serverThat((socket) => socket.destroy()), 'proxy-no-answer'],
  ['one that never answers', () => serverThat(() => undefined), 'proxy-no-answer'],
  [
    'a mail server',
    () => serverThat((socket) => socket.write('500 command unrecognised\r\n')),
    'proxy-no-answer',
  ],
  [
    'one that is slow to find the way',
    () =>
      serverThat((socket, line) => {
        if (!line.startsWith('CONNECT'))
          socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
      }),
    null,
  ],
  ['one that opens the way', () => answers('HTTP/1.1 200 Connection established'), null],
  ['one that forbids', () => answers('HTTP/1.1 403 Forbidden', 'Content-Length: 0'), 'proxy-refused'],
  ['a web server', () => answers('HTTP/1.1 405 Method Not Allowed', 'Content-Length: 0'), 'proxy-refused'],
  [
    'one without a way itself',
    () => answers('HTTP/1.1 503 Unavailable', 'Content-Length: 0'),
    'proxy-found-no-way',
  ],
  ['a sign-in page', () => answers('HTTP/1.1 302 Found', 'Location: http://portal/', ''), 'sign-in-page'],
  [
    'one that knows Negotiate alone',
    () => answers(LOGIN, 'Proxy-Authenticate: Negotiate'),
    'proxy-negotiate-only',
  ],
  [
    'one that knows Negotiate and more',
    () => answers(LOGIN, 'Proxy-Authenticate: Negotiate', 'Proxy-Authenticate: Basic realm="a, b"'),
    'proxy-login-required',
  ],
])('is told what is the matter with %s', async (_, startProxy, blame) => {
  expect(await blameOf(await startProxy(), 'office.example:443', 300)).toBe(blame);
});

it('has nothing to say of a server that is not there', async () => {
  const { port } = await serverThat(() => undefined);
  for (const stop of toStop.splice(0)) stop();
  expect(await blameOf({ host, port }, 'office.example:443', 300)).toBeNull();
});
