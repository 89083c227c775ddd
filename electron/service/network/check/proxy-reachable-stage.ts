import { connect } from 'node:net';
import { AppError } from '@shared/errors/app-error';
import type { CheckContext } from './check-context';
import { STAGE_DEADLINE_MS, type Stage } from './stage';

const openAndClose = (host: string, port: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const socket = connect({ host, port, signal });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', (error) => reject(new AppError('proxy-unreachable', {}, error)));
  });

/** Opens a connection to the proxy server and says nothing on it. */
export const proxyReachableStage = ({ route }: CheckContext): Stage => ({
  name: 'proxy-reachable',
  subject: route.proxy?.name ?? null,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'proxy-unreachable',
  run: async (note, signal) => {
    if (route.source === 'detected-direct') note({ fact: 'proxy-direct' });
    if (route.proxy === null) return 'skipped';
    const { host, port, name } = route.proxy;
    note({ fact: route.source === 'manual' ? 'proxy-manual' : 'proxy-detected', proxy: name });
    await openAndClose(host, port, signal);
    return undefined;
  },
});
