import { computed } from 'vue';
import { useFactsStore } from '@renderer/stores/facts-store';

/** What the person's account may do; until that is known, everything. */
export const useAccess = () => {
  const store = useFactsStore();
  const access = computed(() => store.facts?.access ?? { may: 'change' as const, group: '' });
  return {
    access,
    mayChange: computed(() => access.value.may === 'change'),
    mayLook: computed(() => access.value.may !== 'nothing'),
  };
};
