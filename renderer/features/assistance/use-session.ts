import type { AssistanceSession } from '@shared/domain/assistance/assistance';
import type { Failure } from '@shared/contract/define';
import { clockText } from '@shared/i18n/assistance-words';
import { computed, ref, shallowRef } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';
import { useStatusStore } from '@renderer/stores/status-store';
import { useSeconds } from './use-seconds';

const SOON_S = 300;

/** The session that runs, as a person watches it, with what can be done about it. */
export const useSession = () => {
  const client = useClient();
  const store = useStatusStore();
  const now = useSeconds();
  const isBusy = ref(false);
  const failure = shallowRef<Failure | null>(null);

  const session = computed<AssistanceSession | null>(() => store.status?.remoteAssistance.session ?? null);
  const secondsFrom = (moment: string) => (now.value - Date.parse(moment)) / 1000;
  const left = computed(() => (session.value === null ? 0 : -secondsFrom(session.value.endsAt)));
  const isRunning = computed(() => session.value?.state === 'running');

  const ask = async (call: () => ReturnType<typeof client.assistance.extend>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    const reply = await answered(call());
    isBusy.value = false;
    failure.value = reply.ok ? null : reply.error;
  };

  return {
    session,
    isBusy,
    isRunning,
    failure,
    elapsed: computed(() => clockText(session.value === null ? 0 : secondsFrom(session.value.startedAt))),
    left: computed(() => clockText(left.value)),
    endsSoon: computed(() => isRunning.value && left.value < SOON_S),
    stop: () => ask(() => client.assistance.stop()),
    extend: () => {
      const { requestId = '' } = session.value ?? {};
      return ask(() => client.assistance.extend({ requestId }));
    },
  };
};
