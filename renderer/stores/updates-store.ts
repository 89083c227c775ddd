import type { Failure, Reply } from '@shared/contract/define';
import type { ReleaseList } from '@shared/domain/updates/update';
import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';
import { useStatusStore } from './status-store';

export type UpdateAction = 'check' | 'download' | 'pause' | 'install';

/** The releases of the last index and what a person does with them; how far a download is stands in the status. */
export const useUpdatesStore = defineStore('updates', () => {
  const client = useClient();
  const status = useStatusStore();
  const list = shallowRef<ReleaseList | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const doing = ref<UpdateAction | null>(null);
  const installed = shallowRef<{ version: string; outcome: 'installed' | 'started' } | null>(null);

  const read = async () => {
    const reply = await answered(client.updates.list());
    if (reply.ok) list.value = reply.value;
    else failure.value = reply.error;
  };

  const run = async <T>(action: UpdateAction, call: () => Promise<Reply<T>>): Promise<T | null> => {
    if (doing.value !== null) return null;
    doing.value = action;
    failure.value = null;
    const reply = await answered(call());
    doing.value = null;
    if (reply.ok) return reply.value;
    failure.value = reply.error;
    return null;
  };

  const check = async () => {
    list.value = (await run('check', () => client.updates.check())) ?? list.value;
  };
  const install = async () => {
    installed.value = await run('install', () => client.updates.install());
  };

  // Another index or another licence makes another list.
  const start = () =>
    watch(
      () => [
        status.status?.updates.checkedAt,
        status.status?.updates.newestOffered,
        status.status?.service.state,
      ],
      () => void read(),
      { immediate: true },
    );

  return {
    list,
    failure,
    doing,
    installed,
    start,
    check,
    download: () => run('download', () => client.updates.download()),
    pause: () => run('pause', () => client.updates.pause()),
    install,
  };
});
