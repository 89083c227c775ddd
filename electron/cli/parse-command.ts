import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AppError } from '@shared/errors/app-error';
import {
  commandsUnder,
  findCommand,
  OPTIONS,
  specOf,
  type CommandName,
  type OptionName,
} from './command-table';

export interface ParsedCommand {
  command: CommandName | 'version';
  operands: string[];
  /** The values of the command's own options; '' for a switch that is given. */
  options: Partial<Record<OptionName, string>>;
  isJson: boolean;
}

type Config = NonNullable<ParseArgsConfig['options']>;
type Values = Partial<Record<string, unknown>>;

const CHARACTERS: Partial<Record<OptionName, string>> = { help: 'h' };

const configOf = (names: readonly OptionName[]): Config =>
  Object.fromEntries(
    names.map((name) => {
      const { flag, value } = OPTIONS[name];
      const short = CHARACTERS[name];
      return [
        flag,
        { type: value === null ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const,
      ];
    }),
  );

/** An argument may be a secret given in the wrong place, so at most the two words of a command are repeated. */
const plainWords = (words: readonly string[]) =>
  words
    .slice(0, 2)
    .map((word) => (/^[\w-]{1,32}$/.test(word) ? word : '?'))
    .join(' ');

/** The option that a refusal of the parser is about; an option's name is all that is repeated. */
const optionIn = (error: unknown) =>
  /'(--?[a-z-]{1,20})/.exec(error instanceof Error ? error.message : '')?.[1] ?? '?';

const readArguments = (args: string[], options: Config) => {
  try {
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new AppError('usage-wrong', { detail: optionIn(error) }, error);
  }
};

/** Which command the words are about; its options are not known yet, so none is refused. */
const commandIn = (argv: string[]): { command: CommandName | null; positionals: string[] } => {
  const names = Object.keys(OPTIONS) as OptionName[];
  const options = configOf(names);
  const { positionals } = parseArgs({ args: argv, options, strict: false, allowPositionals: true });
  return { command: findCommand(positionals), positionals };
};

export const unknownCommand = (words: readonly string[]) =>
  new AppError('command-unknown', { command: plainWords(words) });

const operandsOf = (command: CommandName, positionals: string[]): string[] => {
  const { words, operands } = specOf(command);
  const given = positionals.slice(words.length);
  const isGroup = commandsUnder(words).length > 1;
  if (isGroup && operands.length === 0 && given.length > 0) throw unknownCommand(positionals);
  const least = operands.filter((operand) => !operand.startsWith('[')).length;
  const most = operands.at(-1)?.includes('...') === true ? Infinity : operands.length;
  // Only a setting can be nothing; an empty FILE is a variable of a script that was never set.
  const isUnset = given.some((word, index) => word === '' && operands[index] !== 'VALUE');
  if (given.length < least || given.length > most || isUnset) {
    throw new AppError('usage-wrong', { detail: words.join(' ') });
  }
  return given;
};

const optionsOf = (command: CommandName, values: Values): ParsedCommand['options'] => {
  const { options, needed = [] } = specOf(command);
  const given = options.flatMap((name) => {
    const value = values[OPTIONS[name].flag];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value : ''] as const];
  });
  const missing = needed.find((name) => !given.some(([other]) => other === name));
  if (missing !== undefined) throw new AppError('usage-wrong', { detail: `--${OPTIONS[missing].flag}` });
  return Object.fromEntries(given);
};

const GLOBAL: readonly OptionName[] = ['json', 'help', 'version'];

const parseWithoutCommand = (argv: string[], words: string[]): ParsedCommand => {
  const { values, positionals } = readArguments(argv, configOf(GLOBAL));
  const parsed = { operands: positionals, options: {}, isJson: values['json'] === true };
  if (values['help'] === true) return { ...parsed, command: 'help' };
  const [group = ''] = words;
  // `licence` alone is right as far as it goes.
  if (words.length === 1 && commandsUnder(words).length > 0)
    throw new AppError('usage-wrong', { detail: group });
  if (positionals.length > 0) throw unknownCommand(words);
  if (values['version'] === true) return { ...parsed, command: 'version' };
  throw new AppError('usage-wrong', { detail: 'COMMAND' });
};

/** Reads the words of the command line. Throws `command-unknown` or `usage-wrong`, nothing else. */
export const parseCommand = (argv: string[]): ParsedCommand => {
  const { command, positionals: words } = commandIn(argv);
  if (command === null) return parseWithoutCommand(argv, words);
  const config = configOf(['json', 'help', ...specOf(command).options]);
  const { values, positionals } = readArguments(argv, config);
  // An option's value may stand where a word was taken for one.
  if (findCommand(positionals) !== command) throw unknownCommand(positionals);
  const isJson = values['json'] === true;
  if (values['help'] === true) {
    return { command: 'help', operands: [...specOf(command).words], options: {}, isJson };
  }
  return { command, operands: operandsOf(command, positionals), options: optionsOf(command, values), isJson };
};

/** Whether the answer is to be JSON, told also from words that cannot be understood otherwise. */
export const wantsJson = (argv: string[]) => {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
};
