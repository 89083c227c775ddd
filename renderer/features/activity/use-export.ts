import type { Failure } from '@shared/contract/define';
import { ref, shallowRef } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { answered, useClient } from '@renderer/bridge/client';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';

/** Saves the whole record through the system's dialog. */
export const useExport = () => {
  const { t } = useTranslation();
  const client = useClient();
  const isExporting = ref(false);
  const exportFailure = shallowRef<Failure | null>(null);
  const exportAll = async () => {
    isExporting.value = true;
    const reply = await answered(client.activity.export());
    isExporting.value = false;
    exportFailure.value = reply.ok ? null : reply.error;
    if (reply.ok && reply.value.fileName !== null) {
      sayQuietly(t('page.activity.exported', { file: reply.value.fileName }));
    }
  };
  return { isExporting, exportFailure, exportAll };
};
