import { kindOfManualFile } from '@shared/domain/licence/manual/manual-file-kind';
import { LICENCE_PACKAGE } from '@shared/domain/licence/format/signed-document';
import { MANUAL_FILE_CAP_BYTES } from '@shared/domain/licence/manual/manual-licence';
import type { Failure } from '@shared/contract/define';
import { ref, shallowRef } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { answered, useClient } from '@renderer/bridge/client';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';
import { useFormat } from '@renderer/support/format/use-format';
import { paramsOfFlaw } from '@shared/i18n/params-of-flaw';
import { failed } from './placement-failure';
import { useBareFile } from './use-bare-file';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Takes a licence file that a person chooses or drops: a package or a key set is installed, a bare file asks first. */
export const useLicenceImport = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const isBusy = ref(false);
  const failure = shallowRef<Failure | null>(null);
  const { bare, offerBare, placeBare } = useBareFile();

  const installPackage = async (text: string) => {
    const reply = await answered(client.licence.install({ package: text }));
    if (!reply.ok) return reply.error;
    const { outcome, sequence } = reply.value;
    if (outcome === 'keys-renewed' || outcome === 'keys-unchanged') {
      sayQuietly(t(`page.manual.${outcome}`));
      return null;
    }
    if (outcome !== 'ok' && outcome !== 'unchanged') return failed(outcome, paramsOfFlaw(reply.value));
    const number = sequence === null ? '' : format.number(sequence);
    sayQuietly(
      outcome === 'ok' ? t('page.manual.imported', { sequence: number }) : t('page.manual.unchanged'),
    );
    return null;
  };

  const take = async (name: string, bytes: Uint8Array): Promise<Failure | null> => {
    const brought = kindOfManualFile(bytes);
    if (brought.kind === 'bare') return offerBare(name, bytes);
    const cap = brought.kind === 'key-set' ? MANUAL_FILE_CAP_BYTES : LICENCE_PACKAGE.sizeCap;
    return brought.text.length > cap ? failed('too-large') : installPackage(brought.text);
  };

  const run = async (work: () => Promise<Failure | null>) => {
    if (isBusy.value) return;
    isBusy.value = true;
    failure.value = null;
    failure.value = await work();
    isBusy.value = false;
  };

  const choose = () =>
    run(async () => {
      const reply = await answered(client.licence.chooseFile());
      if (!reply.ok) return reply.error;
      const { chosen } = reply.value;
      return chosen === null ? null : take(chosen.name, bytesOf(chosen.content));
    });

  const dropped = (file: File) =>
    run(async () => {
      if (file.size > MANUAL_FILE_CAP_BYTES) return failed('too-large');
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) return failed('file-unreadable', { file: file.name.slice(0, 255) });
      return take(file.name, new Uint8Array(bytes));
    });

  return { isBusy, failure, bare, choose, dropped, placeBare };
};
