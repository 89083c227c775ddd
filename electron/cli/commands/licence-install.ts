import type { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { kindOfBroughtFile } from '@shared/domain/licence/manual/manual-file-kind';
import { LICENCE_PACKAGE } from '@shared/domain/licence/format/signed-document';
import { BROUGHT_FILE_CAP } from '@shared/domain/licence/manual/manual-licence';
import { complaintOf, type Answer } from '@electron/cli/command-answer';
import { chooseLicenceServer } from '@electron/cli/choose-licence-server';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { placementAnswer } from '@electron/cli/install-answer';
import { readOperand } from '@electron/cli/read-operand';

/** A package is ASCII text; what is not cannot be one. */
const textOf = (bytes: Uint8Array): string | null => {
  const text = new TextDecoder('latin1').decode(bytes);
  return /^[\x20-\x7e\r\n]*$/.test(text) ? text : null;
};

const refused = (outcome: 'too-large' | 'malformed'): LicenceImport => ({ outcome, sequence: null });

const installBare = async (context: CommandContext, bytes: Uint8Array, wanted: string): Promise<Answer> => {
  const { id: licenceServerId, name } = await chooseLicenceServer(context, wanted);
  const content = Buffer.from(bytes).toString('base64');
  const placement = await askService(context, 'operator', (client) =>
    client.licence.installFile({ licenceServerId, content }),
  );
  const text = context.translate('page.manual.placed', { name });
  return placementAnswer(context, placement, { json: { licenceServerId }, text });
};

/**
 * `licence install FILE`: hands a licence package to the service, which checks and installs it; ends with 12 when refused.
 * With `--server` a bare FlexNet file goes to that one licence server.
 */
export const licenceInstall: Command = async (context, { operands: [file = ''], options: { server } }) => {
  const bytes = await readOperand(context, file);
  const isBare =
    bytes !== null && bytes.length <= BROUGHT_FILE_CAP && kindOfBroughtFile(bytes).kind === 'bare';
  if (isBare && server !== undefined) return installBare(context, bytes, server);
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
