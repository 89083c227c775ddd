import type { ActivityEntry } from '@shared/domain/activity';
import type { Failure } from '@shared/ipc/define';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { answered, useClient } from '../app/client';

const PAGE = 200;

/** The record of what happened, newest first: older pages on demand, new entries as they come. */
export const useActivityStore = defineStore('activity', () => {
  const client = useClient();
  const entries = shallowRef<readonly ActivityEntry[]>([]);
  const total = ref(0);
  const brokenAt = ref<number | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const isRead = ref(false);
  const isLoading = ref(false);

  /** The log gave no more, whatever the oldest number says. */
  const isWhole = ref(false);
  const hasOlder = computed(() => !isWhole.value && (entries.value.at(-1)?.number ?? 1) > 1);

  const load = async (before?: number) => {
    isLoading.value = true;
    const reply = await answered(client.activity.read(before === undefined ? {} : { before, limit: PAGE }));
    isLoading.value = false;
    failure.value = reply.ok ? null : reply.error;
    return reply.ok ? reply.value : null;
  };

  /** Reads the newest page anew. */
  const read = async () => {
    const page = await load();
    if (page === null) return;
    const newest = page.entries[0]?.number ?? 0;
    const since = entries.value.filter(({ number }) => number > newest);
    entries.value = [...since, ...page.entries];
    total.value = page.total + since.length;
    brokenAt.value = page.brokenAt;
    isRead.value = true;
    isWhole.value = false;
  };

  const loadOlder = async () => {
    const oldest = entries.value.at(-1)?.number;
    if (isLoading.value || oldest === undefined || !hasOlder.value) return;
    const page = await load(oldest);
    if (page === null) return;
    const older = page.entries.filter(({ number }) => number < oldest);
    isWhole.value = older.length === 0;
    entries.value = [...entries.value, ...older];
    brokenAt.value = page.brokenAt;
  };

  const append = (entry: ActivityEntry) => {
    const newest = entries.value[0]?.number;
    if (!isRead.value || newest === undefined || entry.number > newest + 1) {
      // Something was missed (or another log began), so the newest page is asked for as a whole.
      void read();
      return;
    }
    if (entry.number !== newest + 1) return;
    entries.value = [entry, ...entries.value];
    total.value += 1;
  };

  const start = () => {
    const stop = client.activity.appended(append);
    void read();
    return stop;
  };

  return {
    entries,
    total,
    brokenAt,
    failure,
    isRead,
    isLoading,
    hasOlder,
    start,
    read,
    loadOlder,
  };
});
