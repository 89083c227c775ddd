import { app } from 'electron';

const NAME = 'proxy_resolver';

/**
 * Ends the process in which Chromium runs proxy scripts; it starts another for the next question. A script that never
 * ends would keep that process, and a processor core, for good.
 */
export const endProxyScripts = (): void => {
  for (const { pid, serviceName = '' } of app.getAppMetrics()) {
    if (!serviceName.startsWith(NAME)) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
};
