import path from 'node:path';
import { saveCopy } from '@electron/platform/private-files';
import { askService, type Command } from './command-context';
import { EXIT } from './exit-codes';

/** `licence request FILE`: what an installation without a network sends; over another file only with `--force`. */
export const licenceRequest: Command = async (context, { operands: [file = ''], options }) => {
  const request = await askService(context, 'operator', (client) => client.licence.request());
  const bytes = new TextEncoder().encode(`${JSON.stringify(request, null, 2)}\n`);
  await saveCopy(path.resolve(file), bytes, { isOver: options.force !== undefined });
  const { serialNumber, sequence, nonce } = request;
  return {
    exitCode: EXIT.done,
    json: { file, request },
    text: context.translate('commandLicence.requested', { file, serialNumber, sequence, reference: nonce }),
    complaint: '',
  };
};
