import { stat } from 'node:fs/promises';
import path from 'node:path';
import { saveCopy } from '@electron/platform/private-files';
import { chooseLicenceServer } from '@electron/cli/choose-licence-server';
import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';

const isFolder = async (file: string) =>
  stat(file).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

/** Into FILE, or into a folder under its own name; resolves to the whole path. */
const save = async (file: string, fileName: string, content: string, isOver: boolean) => {
  const given = path.resolve(file);
  const where = (await isFolder(given)) ? path.join(given, fileName) : given;
  await saveCopy(where, new TextEncoder().encode(content), { isOver });
  return where;
};

/**
 * `licence export FILE`: the verified licence file of the newest package; over another file only with `--force`, `-` for the
 * standard output. Ends with 11 without a package.
 */
export const licenceExport: Command = async (context, { operands: [file = ''], options }) => {
  const { translate } = context;
  const server = options.server === undefined ? null : await chooseLicenceServer(context, options.server);
  const licenceServerId = server?.id ?? null;
  const { fileName, content, sequence } = await askService(context, 'operator', (client) =>
    client.licence.readFile({ licenceServerId }),
  );
  const isStreamed = file === STANDARD_STREAM;
  const where = isStreamed ? fileName : await save(file, fileName, content, options.force !== undefined);
  const savedAs = path.basename(where).slice(0, 255);
  await askService(context, 'operator', (client) =>
    client.licence.fileSaved({ licenceServerId, sequence, savedAs }),
  );
  if (isStreamed) return streamed(content, { fileName, content, sequence });
  return {
    exitCode: EXIT.done,
    json: { file: where, sequence },
    text: translate('commandLicence.exported', { sequence, file: where }),
    complaint: '',
  };
};
