import { connect } from 'node:net';

/** How long one port may take to answer, in ms. */
const PATIENCE = 2000;

/** Whether somebody listens there; nothing is sent. Never rejects. */
export const isPortOpen = (host: string, port: number, patience = PATIENCE): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => end(false), patience);
    const end = (isOpen: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });

export type IsPortOpen = (host: string, port: number) => Promise<boolean>;
