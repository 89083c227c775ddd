import { computed } from 'vue';
import { useFactsStore } from '@renderer/stores/facts-store';

/** The rights of the person's account; until they are known, all. */
export const useAccess = () => {
  const store = useFactsStore();
  const access = computed(() => store.facts?.access ?? { may: 'change' as const, group: '' });
  return {
    access,
    mayChange: computed(() => access.value.may === 'change'),
    mayLook: computed(() => access.value.may !== 'nothing'),
  };
};
