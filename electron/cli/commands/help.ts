import { aligned, type CommandAnswer } from '@electron/cli/command-answer';
import type { Command } from '@electron/cli/command-context';
import {
  COMMAND_NAMES,
  commandsUnder,
  exactCommand,
  exitsOf,
  optionUsage,
  specOf,
  usageOf,
  type CommandName,
  type OptionName,
} from '@electron/cli/command-table';
import { EXIT, type ExitName } from '@shared/errors/exit-codes';
import { unknownCommand } from '@electron/cli/parse-command';
import type { Translate } from '@shared/i18n/translator';

export const PROGRAM = 'remote-service';

interface Entry {
  usage: string;
  description: string;
}
type Exits = { code: number; description: string }[];

export const commandEntry = (name: CommandName, translate: Translate): Entry => ({
  usage: usageOf(name),
  description: translate(`commandLine.command.${name}`),
});

export const optionEntries = (names: readonly OptionName[], translate: Translate): Entry[] =>
  names.map((name) => ({
    usage: optionUsage(name),
    description: translate(`commandLine.option.${name}`),
  }));

export const exitEntries = (names: readonly ExitName[], translate: Translate): Exits =>
  names
    .map((name) => ({ code: EXIT[name], description: translate(`commandLine.exitCode.${name}`) }))
    // As a script's author looks for them: in order, with "anything else" at the end.
    .sort((a, b) => (a.code === EXIT.other ? 1 : b.code === EXIT.other ? -1 : a.code - b.code));

const section = (title: string, rows: (readonly [string, string])[]) =>
  `${title}\n${aligned(rows).replaceAll(/^/gm, '  ')}`;

const commandSection = (entries: Entry[], translate: Translate) =>
  section(
    translate('commandLine.commands'),
    entries.map(({ usage, description }) => [usage, description]),
  );

const sections = (translate: Translate, entries: { options: Entry[]; exitCodes: Exits }) => [
  section(
    translate('commandLine.options'),
    entries.options.map(({ usage, description }) => [usage, description]),
  ),
  section(
    translate('commandLine.exitCodes'),
    entries.exitCodes.map(({ code, description }) => [String(code), description]),
  ),
];

const answer = (json: unknown, parts: string[]): CommandAnswer => ({
  exitCode: EXIT.done,
  json,
  text: parts.join('\n\n'),
  complaint: '',
});

const helpOfAll = (names: readonly CommandName[], translate: Translate): CommandAnswer => {
  const used = new Set(names.flatMap((name) => exitsOf(name)));
  const json = {
    commands: names.map((name) => commandEntry(name, translate)),
    options: optionEntries(['json', 'help', 'version'], translate),
    exitCodes: exitEntries([...used], translate),
  };
  return answer(json, [
    translate('commandLine.usage', { program: PROGRAM }),
    commandSection(json.commands, translate),
    ...sections(translate, json),
    translate('commandLine.moreHelp', { program: PROGRAM }),
  ]);
};

/** `others` are the commands that begin with its words. */
const helpOfOne = (
  name: CommandName,
  others: readonly CommandName[],
  translate: Translate,
): CommandAnswer => {
  const { options, example } = specOf(name);
  const under = others.map((other) => commandEntry(other, translate));
  const json = {
    commands: [commandEntry(name, translate), ...under],
    options: optionEntries([...options, 'json', 'help'], translate),
    exitCodes: exitEntries(exitsOf(name), translate),
    example: `${PROGRAM} ${example}`,
  };
  return answer(json, [
    translate('commandLine.usageOf', { usage: `${PROGRAM} ${usageOf(name)}` }),
    translate(`commandLine.command.${name}`),
    ...(under.length === 0 ? [] : [commandSection(under, translate)]),
    ...sections(translate, json),
    `${translate('commandLine.example')}\n  ${json.example}`,
  ]);
};

/** `help [COMMAND...]`, and `--help` anywhere: the commands, one group of them, or all about one. */
export const help: Command = async ({ translate }, { operands }) => {
  const names = operands.length === 0 ? COMMAND_NAMES : commandsUnder(operands);
  if (names.length === 0) throw unknownCommand(operands);
  const exact = exactCommand(operands);
  if (exact === null) return Promise.resolve(helpOfAll(names, translate));
  const others = names.filter((name) => name !== exact);
  return Promise.resolve(helpOfOne(exact, others, translate));
};
