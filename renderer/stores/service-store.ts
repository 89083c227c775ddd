import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

/** What the service manager says of Print ORS Service, as it was last asked. */
export const useServiceStore = defineStore('service', () => {
  const client = useClient();
  const status = shallowRef<ServiceControlStatus | null>(null);
  const failure = shallowRef<Failure | null>(null);
  /** What is being done now; another one waits until it is over. */
  const doing = ref<ServiceAction | null>(null);

  const read = async () => {
    const reply = await answered(client.service.read());
    if (reply.ok) status.value = reply.value;
    failure.value = reply.ok ? null : reply.error;
  };

  /** Does it; resolves when it is done, or with why it is not. */
  const act = async (action: ServiceAction, mayAsk: boolean): Promise<Failure | null> => {
    if (doing.value !== null) return null;
    doing.value = action;
    const reply = await answered(client.service.act({ action, mayAsk }));
    doing.value = null;
    if (reply.ok) status.value = reply.value;
    else await read();
    return reply.ok ? null : reply.error;
  };

  return { status, failure, doing, read, act };
});
