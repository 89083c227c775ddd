import type { ServiceAction } from '@shared/domain/status/service-control';
import type { Failure } from '@shared/contract/define';
import { computed, ref, shallowRef } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';
import { useServiceStore } from '@renderer/stores/service-store';
import { useStatusStore } from '@renderer/stores/status-store';

/** The questions before an action, one after the other; each only where it applies. */
export type ServiceQuestion = 'consequence' | 'session' | 'permission';

/** A start is asked about only where the system asks too: it ends nothing. */
type AskedQuestion =
  | { action: ServiceAction; question: 'permission' }
  | { action: Exclude<ServiceAction, 'start'>; question: 'consequence' | 'session' };

/**
 * Start, stop and restart with everything that is said before: what it means, that a session runs, that the system will ask
 * for an administrator. Saying no to any of them changes nothing.
 */
export const useServiceActions = () => {
  const { t } = useTranslation();
  const service = useServiceStore();
  const status = useStatusStore();
  const failure = shallowRef<Failure | null>(null);
  const asked = ref<AskedQuestion | null>(null);

  const technician = computed(() => status.status?.remoteAssistance.session?.technician ?? null);
  const mayBeAsked = computed(() => service.status?.permission === 'ask');

  const questionOn = (action: ServiceAction, question: ServiceQuestion): AskedQuestion | [] => {
    if (question === 'permission') return mayBeAsked.value ? { action, question } : [];
    if (action === 'start') return [];
    return question === 'consequence' || technician.value !== null ? { action, question } : [];
  };

  const run = async (action: ServiceAction, mayAsk: boolean) => {
    asked.value = null;
    failure.value = null;
    const refusal = await service.act(action, mayAsk);
    if (refusal?.code === 'elevation-needed' && !mayAsk) asked.value = { action, question: 'permission' };
    else failure.value = refusal;
    if (refusal === null) sayQuietly(t(`page.services.done.${action}`));
  };

  const askNext = async (action: ServiceAction, questions: readonly ServiceQuestion[]) => {
    const [next] = questions.flatMap((question) => questionOn(action, question));
    if (next !== undefined) asked.value = next;
    // The last question, where there was one, was the system's: it may be asked now.
    else await run(action, mayBeAsked.value);
  };

  return {
    failure,
    asked,
    technician,
    begin: async (action: ServiceAction) => {
      // The result of an earlier attempt must not stand beside the question about another.
      failure.value = null;
      await askNext(action, ['consequence', 'session', 'permission']);
    },
    agree: async () => {
      if (asked.value === null) return;
      const { action, question } = asked.value;
      if (question === 'consequence') await askNext(action, ['session', 'permission']);
      else if (question === 'session') await askNext(action, ['permission']);
      else await run(action, true);
    },
    decline: () => {
      asked.value = null;
    },
  };
};
