import type { CheckContext } from './check-context';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';

/** Whether the proxy server lets a connection to the back office through, with the login of the settings. */
export const proxyLoginStage = ({ route, exchange }: CheckContext): Stage => ({
  name: 'proxy-login',
  subject: route.proxy?.name ?? null,
  deadlineMs: STAGE_DEADLINE_MS,
  lateCode: 'proxy-unreachable',
  run: async (_note, signal) => {
    if (route.proxy === null) return 'skipped';
    await unlessAborted(exchange().tunnelled(), signal);
    return undefined;
  },
});
