import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

/** The last status of Print ORS Service from the service manager. */
export const useServiceStore = defineStore('service', () => {
  const client = useClient();
  const status = shallowRef<ServiceControlStatus | null>(null);
  const failure = shallowRef<Failure | null>(null);
  /** The action in progress; another one waits until it has ended. */
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
