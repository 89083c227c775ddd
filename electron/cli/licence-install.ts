import type { LicenceImport } from '@shared/domain/licence-import';
import { LICENCE_PACKAGE } from '@shared/domain/licence/signed-document';
import { complaintOf } from './answer';
import { askService, type Command } from './command-context';
import { EXIT } from './exit-codes';
import { readOperand } from './read-operand';

/** A package is ASCII text; what is not cannot be one. */
const textOf = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('latin1').decode(bytes);
  return /^[\x20-\x7e\r\n]*$/.test(text) ? text : null;
};

const refused = (outcome: 'too-large' | 'malformed'): LicenceImport => ({ outcome, sequence: null });

/** `licence install FILE`: hands a licence package to the service, which checks and installs it; ends with 12 when refused. */
export const licenceInstall: Command = async (context, { operands: [file = ''] }) => {
  const bytes = await readOperand(file);
  const text = bytes === null || bytes.length > LICENCE_PACKAGE.sizeCap ? null : textOf(bytes);
  const result =
    text === null
      ? refused(bytes !== null && bytes.length <= LICENCE_PACKAGE.sizeCap ? 'malformed' : 'too-large')
      : await askService(context, 'operator', (client) => client.licence.install({ package: text }));
  const { translate } = context;
  const { outcome } = result;
  return outcome === 'ok' || outcome === 'unchanged'
    ? {
        exitCode: EXIT.done,
        json: result,
        text: translate(`commandLine.installed.${outcome}`),
        complaint: '',
      }
    : { exitCode: EXIT.licenceInvalid, json: result, text: '', complaint: complaintOf(translate, outcome) };
};
