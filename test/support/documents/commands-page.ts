import { commandEntry, exitEntries, optionEntries, PROGRAM } from '@electron/cli/commands/help';
import { COMMAND_NAMES, exitsOf, specOf, type CommandName } from '@electron/cli/command-table';
import { EXIT, type ExitName } from '@shared/errors/exit-codes';
import type { Translate } from '@shared/i18n/translator';
import { code, page, table } from './markdown';

const commandSection = (name: CommandName, translate: Translate) => {
  const { words, options, example } = specOf(name);
  const { usage, description } = commandEntry(name, translate);
  const own = optionEntries(options, translate);
  return [
    `## ${words.join(' ')}`,
    `${code(`${PROGRAM} ${usage}`)}: ${description}.`,
    ...(own.length === 0
      ? []
      : [own.map((option) => `- ${code(option.usage)}: ${option.description}.`).join('\n')]),
    `Exit codes ${exitEntries(exitsOf(name), translate)
      .map(({ code: exit }) => String(exit))
      .join(', ')}. Example: ${code(`${PROGRAM} ${example}`)}`,
  ];
};

/** Every command with its usage, options, exit codes and an example. */
export const commandsPage = (translate: Translate) =>
  page(
    '# Commands',
    'Made by `npm run reference` from `electron/cli/command-table.ts`.',
    `Every command takes ${optionEntries(['json', 'help'], translate)
      .map(({ usage, description }) => `${code(usage)} (${description})`)
      .join(' and ')}. The JSON schema of what it prints is ${code(`${PROGRAM} schema COMMAND`)}.`,
    table(
      ['Exit code', 'Meaning'],
      exitEntries(Object.keys(EXIT) as ExitName[], translate).map(({ code: exit, description }) => [
        String(exit),
        description,
      ]),
    ),
    ...COMMAND_NAMES.flatMap((name) => commandSection(name, translate)),
  );
