import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { replaceFile } from '@electron/platform/private-files';
import { documentOf } from '@electron/settings/settings-document';
import type { Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { settingsComplaint } from '@electron/cli/setting-text';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';

/** `settings export [FILE]`: the settings as JSON, without secrets; into FILE whole or not at all, `-` as without FILE. */
export const settingsExport: Command = async ({ settings, translate }, { operands: [file] }) => {
  const state = await settings.read();
  const document = documentOf(state.settings);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const { secretsLeftOut } = document;
  const complaint = [
    settingsComplaint(state, translate),
    ...(secretsLeftOut.length === 0
      ? []
      : [translate('commandAnswer.settings.leftOut', { keys: secretsLeftOut.join(', ') })]),
  ]
    .filter((line) => line !== '')
    .join('\n');
  if (file === undefined || file === STANDARD_STREAM) return { ...streamed(text, document), complaint };
  await replaceFile(path.resolve(file), text).catch((error: unknown) => {
    throw new AppError('file-not-saved', { file }, error);
  });
  return {
    exitCode: EXIT.done,
    json: { file, secretsLeftOut },
    text: translate('commandAnswer.settings.exported', { file }),
    complaint,
  };
};
