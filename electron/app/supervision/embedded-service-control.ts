import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import type { ServiceControlStatus } from '@shared/domain/status/service-control';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { ServiceControl } from '@electron/platform/service-control';
import type { EmbeddedService } from './embedded-service';

const LOOK_AGAIN_MS = 50;
/** The service has 5 s to end before it is killed, and a slow machine needs a while to start one. */
const SETTLE_MS = 60_000;

export interface EmbeddedControlParts {
  embedded: EmbeddedService;
  /** The live link; null while there is none. */
  client: () => ServiceClient | null;
  account: () => string | null;
  /** While held, nobody who knocks in vain starts a service. */
  hold: (isHeld: boolean) => void;
  settleMs?: number;
}

/** The control where the app is its own service manager: it starts, stops and watches the service as its child. */
export const createEmbeddedServiceControl = ({
  embedded,
  client,
  account,
  hold,
  settleMs = SETTLE_MS,
}: EmbeddedControlParts): ServiceControl => {
  const settled = async (isSo: () => boolean) => {
    const end = performance.now() + settleMs;
    while (!isSo()) {
      if (performance.now() > end) {
        const meaning = embedded.lastExit()?.meaning ?? 'unexpected';
        throw new AppError('service-control-failed', { meaning });
      }
      await wait(LOOK_AGAIN_MS);
    }
  };

  const start = async () => {
    hold(false);
    if (client() === null) embedded.start();
    await settled(() => client() !== null);
  };

  const stop = async () => {
    hold(true);
    // Asked over the link, because the service may be somebody else's child; our own is waited for in any case.
    await client()?.lifetime.end({ isForGood: true });
    await embedded.stop();
    await settled(() => client() === null);
  };

  const stateOf = (run: ReturnType<EmbeddedService['run']>): ServiceControlStatus['state'] => {
    if (client() !== null) return 'running';
    return run === null ? 'stopped' : 'starting';
  };

  return {
    status: () => {
      const run = embedded.run();
      const state = stateOf(run);
      const lastExit = embedded.lastExit();
      return Promise.resolve({
        mode: 'embedded',
        state,
        account: account(),
        startType: 'with-the-app',
        since: state === 'stopped' ? (lastExit?.at ?? null) : (run?.since ?? null),
        lastExit,
        permission: 'granted',
      });
    },
    act: async (action) => {
      if (action !== 'start') await stop();
      if (action !== 'stop') await start();
    },
  };
};
