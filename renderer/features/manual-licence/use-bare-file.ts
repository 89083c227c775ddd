import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { FlexnetFile } from '@shared/domain/licence/flexnet/rules/flexnet-file';
import type { LicenceDifference } from '@shared/domain/licence/licence-difference';
import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import type { Failure } from '@shared/contract/define';
import { shallowRef } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { answered, useClient } from '@renderer/bridge/client';
import { sayQuietly } from '@renderer/components/feedback/quiet-message';
import { failed, failureOf } from './placement-failure';

/** A bare FlexNet file that waits for the person's decision. */
export interface BareFile {
  name: string;
  /** In base64. */
  content: string;
  file: FlexnetFile;
}

/** What became of it: `less` is what it would take away, when a person has to say whether it may. */
export interface Placed {
  failure: Failure | null;
  less: LicenceDifference | null;
}
const NOTHING_ASKED: Placed = { failure: null, less: null };

const base64Of = (bytes: Uint8Array) => {
  const parts: string[] = [];
  // A call with very many arguments does not fit on the stack.
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(parts.join(''));
};

/** A bare licence file: it is read, waits for the person, and is put in place on one licence server. */
export const useBareFile = () => {
  const { t } = useTranslation();
  const client = useClient();
  const bare = shallowRef<BareFile | null>(null);

  const offerBare = (name: string, bytes: Uint8Array): Failure | null => {
    const read = readLicence(bytes);
    if (!read.ok) return failed(read.code);
    const [problem] = read.file.problems;
    if (problem) return failed(problem.code, { line: problem.line, word: problem.word });
    bare.value = { name, content: base64Of(bytes), file: read.file };
    return null;
  };

  const sayPlaced = ({ outcome }: LicencePlacement, name: string) =>
    sayQuietly(t(`page.manual.${outcome === 'unchanged' ? 'placedSame' : 'placed'}`, { name }));

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

  return { bare, offerBare, placeBare };
};
