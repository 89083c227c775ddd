import { aligned, type Answer } from './answer';
import type { Command } from './command-context';
import {
  COMMAND_NAMES,
  commandsUnder,
  exitsOf,
  optionUsage,
  specOf,
  usageOf,
  type CommandName,
  type ExitName,
  type OptionName,
} from './command-table';
import { EXIT } from './exit-codes';
import { unknownCommand } from './parse-command';
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

const answer = (json: unknown, parts: string[]): Answer => ({
  exitCode: EXIT.done,
  json,
  text: parts.join('\n\n'),
  complaint: '',
});

const helpOfAll = (names: readonly CommandName[], translate: Translate): Answer => {
  const used = new Set(names.flatMap((name) => exitsOf(name)));
  const json = {
    commands: names.map((name) => commandEntry(name, translate)),
    options: optionEntries(['json', 'help', 'version'], translate),
    exitCodes: exitEntries([...used], translate),
  };
  const commands = json.commands.map(({ usage, description }) => [usage, description] as const);
  return answer(json, [
    translate('commandLine.usage', { program: PROGRAM }),
    section(translate('commandLine.commands'), commands),
    ...sections(translate, json),
    translate('commandLine.moreHelp', { program: PROGRAM }),
  ]);
};

const helpOfOne = (name: CommandName, translate: Translate): Answer => {
  const { options, example } = specOf(name);
  const json = {
    commands: [commandEntry(name, translate)],
    options: optionEntries([...options, 'json', 'help'], translate),
    exitCodes: exitEntries(exitsOf(name), translate),
    example: `${PROGRAM} ${example}`,
  };
  return answer(json, [
    translate('commandLine.usageOf', { usage: `${PROGRAM} ${usageOf(name)}` }),
    translate(`commandLine.command.${name}`),
    ...sections(translate, json),
    `${translate('commandLine.example')}\n  ${json.example}`,
  ]);
};

/** `help [COMMAND...]`, and `--help` anywhere: the commands, one group of them, or all about one. */
export const help: Command = async ({ translate }, { operands }) => {
  const names = operands.length === 0 ? COMMAND_NAMES : commandsUnder(operands);
  const [only, ...others] = names;
  if (only === undefined) throw unknownCommand(operands);
  return Promise.resolve(others.length === 0 ? helpOfOne(only, translate) : helpOfAll(names, translate));
};
