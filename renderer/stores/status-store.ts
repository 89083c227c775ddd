import { isNewer, type Announcement, type StatusSnapshot } from '@shared/domain/status/status';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';

/** The live status of the service. The page shows the newest status received and never makes one up. */
export const useStatusStore = defineStore('status', () => {
  const client = useClient();
  const snapshot = shallowRef<StatusSnapshot | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const announcements = shallowRef<readonly Announcement[]>([]);
  const settled = new Set<string>();
  const isTrying = ref(false);

  // A desktop notification acknowledges for itself; here an announcement stays until a person has put it away.
  const keepAnnouncements = (told: readonly Announcement[]) => {
    const known = new Set(announcements.value.map(({ id }) => id));
    const added = told.filter(({ id }) => !known.has(id) && !settled.has(id));
    if (added.length > 0) announcements.value = [...announcements.value, ...added].slice(-50);
  };

  const accept = (next: StatusSnapshot) => {
    if (!isNewer(next, snapshot.value)) return;
    snapshot.value = next;
    failure.value = null;
    keepAnnouncements(next.status.announcements);
  };

  const read = async () => {
    const before = snapshot.value;
    const reply = await answered(client.status.read());
    if (!reply.ok) {
      failure.value = reply.error;
      return;
    }
    // A push that came meanwhile with another epoch is the later one: the service has started anew since the question.
    const isOvertaken = snapshot.value !== before && snapshot.value?.epoch !== reply.value.epoch;
    if (!isOvertaken) accept(reply.value);
  };

  const start = () => {
    const stop = client.status.changed(accept);
    void read();
    return stop;
  };

  /** Tries the connection now; what comes of it arrives as a push. */
  const tryNow = async (): Promise<Failure | null> => {
    isTrying.value = true;
    const reply = await answered(client.connection.tryNow());
    isTrying.value = false;
    return reply.ok ? null : reply.error;
  };

  const acknowledge = async (ids: string[]): Promise<Failure | null> => {
    for (const id of ids) settled.add(id);
    announcements.value = announcements.value.filter(({ id }) => !ids.includes(id));
    const open = new Set(snapshot.value?.status.announcements.map(({ id }) => id));
    const stillOpen = ids.filter((id) => open.has(id));
    if (stillOpen.length === 0) return null;
    const reply = await answered(client.announcements.acknowledge({ ids: stillOpen }));
    return reply.ok ? null : reply.error;
  };

  return {
    status: computed(() => snapshot.value?.status ?? null),
    failure,
    announcements,
    isTrying,
    start,
    read,
    tryNow,
    acknowledge,
  };
});
