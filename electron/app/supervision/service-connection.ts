import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { AppError } from '@shared/errors/app-error';
import { RECONNECT_LIMIT_MS } from '@shared/domain/assistance/assistance';
import type { ServiceLink } from '@electron/link/service-client';

/** How long to wait before knocking again while nothing answers: quick at first, so that a start is seen at once. */
const KNOCK_MS = [50, 50, 100, 100, 200, 200, 500, 1000] as const;

export interface ServiceConnectionOptions {
  connect: () => Promise<ServiceLink>;
  /** Called when the first knock found nobody: the embedded service is to be started. */
  onNotRunning: () => void;
  onConnected: (link: ServiceLink) => Promise<void> | void;
  /** The link has ended, and there is no other one: nobody answers, or not in time. */
  onLost: () => void;
  /** A refusal that will not pass by itself, such as a stranger in the service's place. */
  onRefused: (error: AppError) => void;
}

export interface ServiceConnection {
  start(): void;
  /** The client of the live link. Throws `service-stopped` while there is none. */
  client(): ServiceClient;
  stop(): void;
}

const knockPause = (attempt: number) => KNOCK_MS[Math.min(attempt, KNOCK_MS.length - 1)] ?? 1000;

/** Holds the link to Print ORS Service: connects, notices its end, connects again, for as long as the app lives. */
export const createServiceConnection = (options: ServiceConnectionOptions): ServiceConnection => {
  let link: ServiceLink | null = null;
  /** Runs between the end of a link and the next one. */
  let gap: NodeJS.Timeout | null = null;
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;

  const closeGap = () => {
    if (gap === null) return false;
    clearTimeout(gap);
    gap = null;
    return true;
  };
  const giveUp = () => {
    if (closeGap() && !isEnding()) options.onLost();
  };

  const hold = async (opened: ServiceLink) => {
    const closed = new Promise<void>((resolve) => opened.onClosed(resolve));
    link = opened;
    closeGap();
    if (isEnding()) opened.close();
    else await options.onConnected(opened);
    await closed;
    link = null;
    gap = setTimeout(giveUp, RECONNECT_LIMIT_MS);
  };

  const run = async () => {
    let attempt = 0;
    while (!isEnding()) {
      try {
        const opened = await options.connect();
        attempt = 0;
        await hold(opened);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // A crowd in front of a living service passes; every other answer says that what was live is over.
        if (error.code !== 'service-busy') giveUp();
        if (error.code === 'service-stopped') {
          if (attempt === 0) options.onNotRunning();
        } else options.onRefused(error);
        await wait(knockPause(attempt++), undefined, { signal: ending.signal }).catch(() => undefined);
      }
    }
  };

  return {
    start: () => void run(),
    client: () => {
      if (link === null) throw new AppError('service-stopped');
      return link.client;
    },
    stop: () => {
      ending.abort();
      closeGap();
      link?.close();
    },
  };
};
