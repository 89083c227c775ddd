import { kindOfManualFile } from '@shared/domain/licence/manual/manual-file-kind';
import { readLicence, type LicenceFile } from '@shared/domain/licence/flexnet/read-licence';
import type { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { LICENCE_PACKAGE } from '@shared/domain/licence/format/signed-document';
import { MANUAL_FILE_CAP_BYTES, type LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import type { Failure } from '@shared/contract/define';
import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { answered, useClient } from '@renderer/bridge/client';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';
import { useFormat } from '@renderer/support/format/use-format';
import { failureOf } from './placement-failure';

/** A bare FlexNet file that waits for the person's decision. */
export interface BareFile {
  name: string;
  /** In base64. */
  content: string;
  file: LicenceFile;
}

/** What became of it: `less` is what it would take away, when a person has to say whether it may. */
export interface Placed {
  failure: Failure | null;
  less: LicenceDifference | null;
}
const NOTHING_ASKED: Placed = { failure: null, less: null };

const failed = (code: Failure['code'], params: Failure['params'] = {}): Failure => ({
  code,
  params,
  ref: '',
});

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes: Uint8Array) => {
  const parts: string[] = [];
  // A call with very many arguments does not fit on the stack.
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(parts.join(''));
};

/** Takes a licence file that a person chooses or drops: a package is installed, a bare file asks first. */
export const useLicenceImport = () => {
  const { t } = useI18n();
  const format = useFormat();
  const client = useClient();
  const isBusy = ref(false);
  const failure = shallowRef<Failure | null>(null);
  const bare = shallowRef<BareFile | null>(null);

  const installPackage = async (text: string) => {
    const reply = await answered(client.licence.install({ package: text }));
    if (!reply.ok) return reply.error;
    const { outcome, sequence } = reply.value;
    if (outcome !== 'ok' && outcome !== 'unchanged') return failed(outcome);
    const number = sequence === null ? '' : format.number(sequence);
    sayQuietly(
      outcome === 'ok' ? t('page.manual.imported', { sequence: number }) : t('page.manual.unchanged'),
    );
    return null;
  };

  const offerBare = (name: string, bytes: Uint8Array): Failure | null => {
    const read = readLicence(bytes);
    if (!read.ok) return failed(read.code);
    const [problem] = read.file.problems;
    if (problem) return failed(problem.code, { line: problem.line, word: problem.word });
    bare.value = { name, content: base64Of(bytes), file: read.file };
    return null;
  };

  const take = async (name: string, bytes: Uint8Array): Promise<Failure | null> => {
    const brought = kindOfManualFile(bytes);
    if (brought.kind === 'bare') return offerBare(name, bytes);
    return bytes.length > LICENCE_PACKAGE.sizeCap ? failed('too-large') : installPackage(brought.text);
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

  const placeBare = async (server: { id: string; name: string }, acceptsLess: boolean): Promise<Placed> => {
    if (bare.value === null) return NOTHING_ASKED;
    const { content } = bare.value;
    const order = { licenceServerId: server.id, content, acceptsLess };
    const reply = await answered(client.licence.installFile(order));
    if (!reply.ok) return { failure: reply.error, less: null };
    const failure = failureOf(reply.value);
    if (failure === null) {
      sayPlaced(reply.value, server.name);
      bare.value = null;
    }
    return { failure, less: reply.value.difference ?? null };
  };
  const sayPlaced = ({ outcome }: LicencePlacement, name: string) =>
    sayQuietly(t(`page.manual.${outcome === 'unchanged' ? 'placedSame' : 'placed'}`, { name }));

  return { isBusy, failure, bare, choose, dropped, placeBare };
};
