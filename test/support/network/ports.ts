import net, { type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export const LOOPBACK = '127.0.0.1';

/** Starts listening on a free port of the loopback address, or on the given one. */
export const listen = async (server: net.Server, port = 0): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
};

/** A port that is free now, for a program that cannot be told to take any. */
export const freePort = async (): Promise<number> => {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: LOOPBACK, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Resolves when the port accepts connections; throws what `whyNot` says as soon as it says something. */
export const accepting = async (port: number, whyNot: () => string | null): Promise<void> => {
  for (let look = 0; look < 500; look += 1) {
    if (await accepts(port)) return;
    const reason = whyNot();
    if (reason !== null) throw new Error(reason);
    await wait(20);
  }
  throw new Error(`nothing listens at port ${port}`);
};
