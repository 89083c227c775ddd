import type { ServiceAction } from '@shared/domain/status/service-control';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { ServiceControl } from '@electron/platform/service-control';

/** Puts what a person asks into the service's own log: an end before it happens, a start when somebody can write it. */
export const createAuditedServiceControl = (
  control: ServiceControl,
  reach: (isWaiting: boolean) => Promise<ServiceClient | null>,
): ServiceControl => {
  const note = async (action: ServiceAction) => {
    const client = await reach(action === 'start');
    await client?.lifetime.note({ action });
  };
  return {
    status: () => control.status(),
    act: async (action, options) => {
      const wasStopped = (await control.status()).state === 'stopped';
      if (action !== 'start') await note(action);
      await control.act(action, options);
      if (action === 'start' && wasStopped) await note(action);
    },
  };
};
