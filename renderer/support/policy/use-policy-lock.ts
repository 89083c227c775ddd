import type { SettingKey } from '@shared/domain/settings/setting-keys';
import { computed } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { useSettingsStore } from '@renderer/stores/settings-store';

/** Which settings the organisation's policy has fixed, and in words who decides. */
export const usePolicyLock = () => {
  const { t } = useTranslation();
  const store = useSettingsStore();
  const policy = computed(() => store.state?.policy ?? null);
  const owner = computed(() => {
    const by = policy.value?.lockedBy ?? '';
    return by === '' ? t('page.policy.organisation') : t('page.policy.named', { by });
  });
  const lockedBy = (key: SettingKey) =>
    policy.value?.locked.includes(key) === true ? owner.value : undefined;
  return {
    policy,
    owner,
    problem: computed(() => policy.value?.problem ?? null),
    /** For the `lockedBy` of a field; undefined where the setting is the operator's. */
    lockedBy,
    /** The same for a button that would change the setting. */
    lockOf: (key: SettingKey) => {
      const by = lockedBy(key);
      return by === undefined
        ? { disabled: false }
        : { disabled: true, disabledReason: t('page.policy.locked', { owner: by }) };
    },
  };
};
