import type { CheckContext } from './check-context';
import { unlessAborted, type Stage } from './stage';

/** Longer than the connection takes to find out that a proxy server has no answer to give. */
const DEADLINE_MS = 14_000;

/** Whether the proxy server lets a connection to the back office through, with the login of the settings. */
export const proxyLoginStage = ({ route, exchange }: CheckContext): Stage => ({
  name: 'proxy-login',
  subject: route.proxy?.name ?? null,
  deadlineMs: DEADLINE_MS,
  lateCode: 'back-office-timed-out',
  run: async (note, signal) => {
    if (route.proxy === null) return 'skipped';
    const running = exchange();
    try {
      await unlessAborted(running.tunnelled(), signal);
    } finally {
      const scheme = running.login();
      if (scheme !== null) note({ fact: scheme === 'basic' ? 'proxy-login-basic' : 'proxy-login', scheme });
    }
    return undefined;
  },
});
