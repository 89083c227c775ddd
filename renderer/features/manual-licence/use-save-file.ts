import type { Failure, Reply } from '@shared/contract/define';
import { ref, shallowRef } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { answered, useClient } from '@renderer/bridge/client';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';

/** Saves the verified licence file, or a request for one, through the system's dialog. */
export const useSaveFile = () => {
  const { t } = useTranslation();
  const client = useClient();
  const isSaving = ref(false);
  const failure = shallowRef<Failure | null>(null);
  const save = async (call: Promise<Reply<{ savedAs: string | null }>>) => {
    isSaving.value = true;
    const reply = await answered(call);
    isSaving.value = false;
    failure.value = reply.ok ? null : reply.error;
    if (reply.ok && reply.value.savedAs !== null)
      sayQuietly(t('page.manual.saved', { file: reply.value.savedAs }));
  };
  return {
    isSaving,
    failure,
    saveFile: (licenceServerId: string | null) => save(client.licence.saveFile({ licenceServerId })),
    saveFiles: (servers: readonly { id: string; name: string }[]) =>
      save(client.licence.saveFiles({ servers: servers.map(({ id, name }) => ({ id, name })) })),
    saveRequest: () => save(client.licence.saveRequest()),
  };
};
