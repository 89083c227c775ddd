import type { SettingsDraft } from '@shared/domain/settings/settings';
import type { Failure } from '@shared/contract/define';
import { computed, shallowRef } from 'vue';
import { useSettingsStore } from '@renderer/stores/settings-store';
import { useAccess } from '@renderer/support/access/use-access';

/** For a control that is saved as soon as it is changed, beside the draft of the page Remote Service. */
export const useImmediateChange = () => {
  const store = useSettingsStore();
  const { mayChange } = useAccess();
  const failure = shallowRef<Failure | null>(null);
  return {
    failure,
    settings: computed(() => store.state?.settings),
    isBlocked: computed(() => store.state === null || store.isSaving || !mayChange.value),
    change: async (edit: (draft: SettingsDraft) => SettingsDraft) => {
      failure.value = await store.change(edit);
    },
  };
};
