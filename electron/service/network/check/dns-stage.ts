import { AppError } from '@shared/errors/app-error';
import type { CheckContext } from './check-context';
import type { CheckDependencies } from './check-dependencies';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

const MOST_ADDRESSES = 8;

/**
 * Looks up the name that this machine has to know: the back office's or, where a proxy server stands in between, the
 * proxy's, which then looks up the back office's itself.
 */
export const dnsStage = ({ backOffice, route }: CheckContext, lookUp: CheckDependencies['lookUp']): Stage => {
  const host = route.proxy?.host ?? backOffice.host;
  const code = route.proxy === null ? 'back-office-name-not-found' : 'proxy-name-not-found';
  return {
    name: 'dns',
    subject: host,
    deadlineMs: STAGE_DEADLINE_MS,
    lateCode: code,
    run: async (note, signal) => {
      const found = await unlessAborted(lookUp(host), signal).catch((error: unknown) => {
        signal.throwIfAborted();
        throw new AppError(code, {}, error);
      });
      for (const address of found.slice(0, MOST_ADDRESSES)) note({ fact: 'address', address });
      if (route.proxy !== null) note({ fact: 'resolved-by-proxy', host: backOffice.host });
      return undefined;
    },
  };
};
