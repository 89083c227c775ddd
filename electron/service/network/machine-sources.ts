import { net, powerMonitor } from 'electron';
import { networkPlace, watchNetworkPlace } from '@electron/platform/network-place';
import type { MachineSources } from './network-monitor';

/** The surroundings of this machine as Electron and the system tell them; to be used after `app` is ready. */
export const machineSources = (): MachineSources => ({
  onResume: (listener) => {
    powerMonitor.on('resume', listener);
    return () => void powerMonitor.off('resume', listener);
  },
  network: () => (net.isOnline() ? networkPlace() : null),
  watch: watchNetworkPlace,
});
