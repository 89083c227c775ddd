import path from 'node:path';
import type { SettingsDraft, SettingsView } from '@shared/domain/settings/settings';
import type { Consequence } from '@shared/domain/settings/settings-check';
import { AppError } from '@shared/errors/app-error';
import type { CommandAnswer } from '@electron/cli/command-answer';
import type { Command, CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { readOperand } from '@electron/cli/read-operand';
import { documentBytes } from '@shared/domain/text/document-bytes';
import { refusalOf, reloadService, saveEdit } from '@electron/cli/save-settings';
import { settingsComplaint, valueText } from '@electron/cli/setting-text';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';
import { saveCopy } from '@electron/platform/private-files';
import { applyDocument, changesBetween, documentOf } from '@electron/settings/settings-document';

/**
 * `settings export [FILE]`: the settings as JSON, without secrets; into FILE whole or not at all, over another file only with
 * `--force`, `-` as without FILE.
 */
export const settingsExport: Command = async ({ settings, translate }, { operands: [file], options }) => {
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
  const isOver = options.force !== undefined;
  await saveCopy(path.resolve(file), new TextEncoder().encode(text), { isOver, readers: 'owner' });
  return {
    exitCode: EXIT.done,
    json: { file, secretsLeftOut },
    text: translate('commandAnswer.settings.exported', { file }),
    complaint,
  };
};

const answer = (
  { translate }: Pick<CommandContext, 'translate'>,
  {
    before,
    draft,
    consequences,
  }: { before: SettingsView; draft: SettingsDraft; consequences: Consequence[] },
  saved: boolean,
): CommandAnswer => {
  const changes = changesBetween(before, draft);
  const lines = changes.map((change) =>
    translate('commandAnswer.settings.change', {
      key: change.key,
      before: valueText(change.before),
      after: valueText(change.after),
    }),
  );
  const outcome =
    changes.length === 0
      ? translate('commandAnswer.settings.unchanged')
      : saved
        ? translate('commandLine.saved')
        : translate('commandAnswer.settings.dryRun');
  return {
    exitCode: EXIT.done,
    json: { saved, changes, consequences },
    text: [...lines, ...consequences.map((name) => translate(`consequence.${name}`)), outcome].join('\n'),
    complaint: '',
  };
};

const readDocument = async (context: CommandContext, file: string) => {
  const bytes = await readOperand(context, file);
  if (bytes === null) throw new AppError('settings-document-unusable', { detail: '> 1 MiB' });
  return documentBytes(bytes);
};

/**
 * `settings import FILE [--dry-run] [--check]`: applies all that the file says, or nothing where any of it cannot be.
 * `--check` is a dry run that ends with 10 where something would change, as the check mode of Ansible wants it.
 */
export const settingsImport: Command = async (context, { operands: [file = ''], options }) => {
  const bytes = await readDocument(context, file);
  const { settings } = context;
  const isCheck = options.check !== undefined;
  if (isCheck || options.dryRun !== undefined) {
    const { settings: before } = await settings.read();
    const draft = applyDocument(before, bytes);
    const { problems, consequences } = await settings.check(draft);
    if (problems.length > 0) return refusalOf(context, problems);
    const told = answer(context, { before, draft, consequences }, false);
    const wouldChange = changesBetween(before, draft).length > 0;
    return isCheck && wouldChange ? { ...told, exitCode: EXIT.wouldChange } : told;
  }
  context.prepareFolders();
  const result = await saveEdit(settings, (view) => applyDocument(view, bytes));
  if (!result.saved) return refusalOf(context, result.problems);
  await reloadService(context);
  return answer(context, result, true);
};
