import path from 'node:path';
import { saveCopy } from '@electron/platform/private-files';
import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';

/** `licence request FILE`: what an installation without a network sends; over another file only with `--force`. */
export const licenceRequest: Command = async (context, { operands: [file = ''], options }) => {
  const { translate } = context;
  const request = await askService(context, 'operator', (client) => client.licence.request());
  const text = `${JSON.stringify(request, null, 2)}\n`;
  if (file === STANDARD_STREAM) return streamed(text, request);
  await saveCopy(path.resolve(file), new TextEncoder().encode(text), { isOver: options.force !== undefined });
  const { serialNumber, sequence, nonce } = request;
  return {
    exitCode: EXIT.done,
    json: { file, request },
    text: translate('commandLicence.requested', { file, serialNumber, sequence, reference: nonce }),
    complaint: '',
  };
};
