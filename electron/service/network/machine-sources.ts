import { networkInterfaces } from 'node:os';
import { net, powerMonitor } from 'electron';
import type { MachineSources } from './network-monitor';

/** The addresses of this machine under which others could reach it. */
const addresses = (): string =>
  Object.entries(networkInterfaces())
    .flatMap(([name, list]) =>
      (list ?? [])
        .filter(({ internal }) => !internal)
        .map(({ cidr, address }) => `${name} ${cidr ?? address}`),
    )
    .sort()
    .join('\n');

/** The surroundings of this machine as Electron and the system tell them; to be used after `app` is ready. */
export const machineSources = (): MachineSources => ({
  onResume: (listener) => {
    powerMonitor.on('resume', listener);
    return () => void powerMonitor.off('resume', listener);
  },
  network: () => (net.isOnline() ? addresses() : null),
});
