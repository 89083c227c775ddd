import { ChangeFollower } from '@shared/domain/changes/change-follower';
import { checkRules } from '@shared/domain/connection/check-change';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';
import { useStatusStore } from './status-store';

/** The check of the connection that a person has asked for, live, and whether its dialog is open. */
export const useCheckStore = defineStore('check', () => {
  const client = useClient();
  const status = useStatusStore();
  const check = shallowRef<ConnectionCheck | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const isOpen = ref(false);
  const isStarting = ref(false);
  const isCopied = ref(false);
  const isRunning = computed(() => isStarting.value || check.value?.outcome === 'running');

  const follower = new ChangeFollower(checkRules, {
    read: async () => {
      const reply = await answered(client.check.read());
      if (!reply.ok) failure.value = reply.error;
      return reply.ok ? reply.value.check : null;
    },
    onDocument: (next) => (check.value = next),
  });
  const forget = () => {
    follower.forget();
    check.value = null;
  };

  // A service that has ended takes its check with it, and says no more of it.
  watch(
    () => status.status?.service.state,
    (state) => {
      if (state === 'running' || check.value?.outcome !== 'running') return;
      forget();
      failure.value = { code: 'service-stopped', params: {}, ref: '' };
    },
  );

  const run = async () => {
    if (isRunning.value) return;
    isStarting.value = true;
    isCopied.value = false;
    failure.value = null;
    forget();
    const started = await answered(client.check.start());
    if (!started.ok) failure.value = started.error;
    // Events before this page listened are in the answer.
    else await follower.read();
    isStarting.value = false;
  };

  const cancel = async () => {
    if (check.value?.outcome !== 'running') return;
    const reply = await answered(client.check.cancel({ id: check.value.id }));
    if (!reply.ok) failure.value = reply.error;
  };

  /** Shows the dialog with a check that begins now, or the one that is under way. */
  const open = () => {
    isOpen.value = true;
    return run();
  };

  const close = () => {
    isOpen.value = false;
    return cancel();
  };

  const copy = async () => {
    const reply = await answered(client.check.copyText());
    isCopied.value = reply.ok && reply.value.isCopied;
    failure.value = reply.ok ? null : reply.error;
  };

  return {
    check,
    failure,
    isOpen,
    isRunning,
    isCopied,
    start: () => client.check.progress(follower.changed),
    open,
    run,
    cancel,
    close,
    copy,
  };
});
