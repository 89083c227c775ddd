import { AppError } from '@shared/errors/app-error';
import type { CheckContext } from './check-context';
import { foundNoWay } from './proxy-verdict';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

/** Whether the proxy server lets a connection to the back office through, with the login of the settings. */
export const proxyLoginStage = ({ backOffice, route, exchange }: CheckContext): Stage => ({
  name: 'proxy-login',
  subject: route.proxy?.name ?? null,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'proxy-unreachable',
  run: async (note, signal) => {
    const { proxy } = route;
    if (proxy === null) return 'skipped';
    const running = exchange();
    try {
      await unlessAborted(running.tunnelled(), signal);
    } catch (error) {
      const isRefused = error instanceof AppError && error.code === 'proxy-refused';
      if (!isRefused || !(await foundNoWay(proxy, backOffice.name, signal))) throw error;
      throw new AppError('proxy-found-no-way', {}, error);
    } finally {
      const scheme = running.login();
      if (scheme !== null) note({ fact: scheme === 'basic' ? 'proxy-login-basic' : 'proxy-login', scheme });
    }
    return undefined;
  },
});
