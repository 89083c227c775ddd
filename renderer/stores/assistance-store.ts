import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

/** The history of sessions, read page by page; the whole of it is what an export saves. */
export const useAssistanceStore = defineStore('assistance', () => {
  const client = useClient();
  const records = shallowRef<readonly AssistanceRecord[]>([]);
  const isRead = ref(false);
  const failure = shallowRef<Failure | null>(null);

  const read = async () => {
    const all: AssistanceRecord[] = [];
    for (;;) {
      const reply = await answered(client.assistance.history({ skip: all.length }));
      if (!reply.ok) {
        failure.value = reply.error;
        return;
      }
      all.push(...reply.value.records);
      if (reply.value.records.length === 0 || all.length >= reply.value.total) break;
    }
    records.value = all;
    failure.value = null;
    isRead.value = true;
  };

  /** The name of the file; null where it was cancelled or failed. */
  const save = async (format: 'csv' | 'json'): Promise<string | null> => {
    const reply = await answered(client.assistance.exportHistory({ format }));
    failure.value = reply.ok ? null : reply.error;
    return reply.ok ? reply.value.fileName : null;
  };

  return { records, isRead, failure, read, save };
});
