import { ChangeFollower } from '@shared/domain/changes/change-follower';
import type { Announcement, StatusSnapshot } from '@shared/domain/status/status';
import { statusRules } from '@shared/domain/status/status-change';
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
    snapshot.value = next;
    failure.value = null;
    keepAnnouncements(next.status.announcements);
  };

  const follower = new ChangeFollower(statusRules, {
    read: async () => {
      const reply = await answered(client.status.read());
      if (!reply.ok) failure.value = reply.error;
      return reply.ok ? reply.value : null;
    },
    onDocument: accept,
  });
  const read = () => follower.read();

  const start = () => {
    const stop = client.status.changed(follower.changed);
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
