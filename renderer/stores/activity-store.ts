import type { ActivityAppended, ActivityEntry, ActivityPage } from '@shared/domain/activity/activity';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

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

  // Not free again before the entries are in: whoever waits for more looks at both.
  const load = async (before: number | undefined, apply: (page: ActivityPage) => void) => {
    isLoading.value = true;
    const reply = await answered(client.activity.read(before === undefined ? {} : { before, limit: PAGE }));
    if (reply.ok) {
      apply(reply.value);
      brokenAt.value = reply.value.brokenAt;
    }
    failure.value = reply.ok ? null : reply.error;
    isLoading.value = false;
  };

  /** Reads the newest page anew. */
  const read = () =>
    load(undefined, (page) => {
      const newest = page.entries[0]?.number ?? 0;
      const since = entries.value.filter(({ number }) => number > newest);
      entries.value = [...since, ...page.entries];
      total.value = page.total + since.length;
      isRead.value = true;
      isWhole.value = false;
    });

  const loadOlder = async () => {
    const oldest = entries.value.at(-1)?.number;
    if (isLoading.value || oldest === undefined || !hasOlder.value) return;
    await load(oldest, (page) => {
      const known = entries.value.at(-1)?.number ?? oldest;
      const older = page.entries.filter(({ number }) => number < known);
      isWhole.value = older.length === 0;
      // Read anew meanwhile: these pages no longer join, and are asked for again when they are reached.
      if (known === oldest) entries.value = [...entries.value, ...older];
    });
  };

  const append = ({ entries: appended }: ActivityAppended) => {
    const newest = entries.value[0]?.number;
    const first = appended[0]?.number ?? 0;
    if (!isRead.value || newest === undefined || first > newest + 1) {
      // Something was missed (or another log began), so the newest page is asked for as a whole.
      void read();
      return;
    }
    const added = appended.filter(({ number }) => number > newest).reverse();
    entries.value = [...added, ...entries.value];
    total.value += added.length;
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
