import { parseArgs } from 'node:util';
import { AppError } from '@shared/errors/app-error';

/** Every command by its words, with how many operands it takes and whether it takes `--context`. */
export const COMMANDS = {
  status: { words: ['status'], operands: [0, 0], hasContext: false },
  check: { words: ['check'], operands: [0, 0], hasContext: false },
  settingsGet: { words: ['settings', 'get'], operands: [0, 1], hasContext: false },
  settingsSet: { words: ['settings', 'set'], operands: [2, 2], hasContext: false },
  licenceShow: { words: ['licence', 'show'], operands: [0, 0], hasContext: false },
  licenceVerify: { words: ['licence', 'verify'], operands: [1, 1], hasContext: true },
  licenceInstall: { words: ['licence', 'install'], operands: [1, 1], hasContext: false },
  trustVerify: { words: ['trust', 'verify'], operands: [1, 1], hasContext: true },
  indexVerify: { words: ['index', 'verify'], operands: [1, 1], hasContext: true },
} as const;
export type CommandName = keyof typeof COMMANDS;

export interface ParsedCommand {
  command: CommandName | 'help' | 'version';
  operands: string[];
  /** The file given with `--context`. */
  context: string | null;
  isJson: boolean;
}

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  context: { type: 'string' },
} as const;

/** An argument may be a secret given in the wrong place, so at most the two words of a command are repeated. */
const plainWords = (words: string[]) =>
  words
    .slice(0, 2)
    .map((word) => (/^[\w-]{1,32}$/.test(word) ? word : '?'))
    .join(' ');

/** The option that a refusal of the parser is about; an option's name is all that is repeated. */
const optionIn = (error: unknown) =>
  /'(--?[a-z-]{1,20})/.exec(error instanceof Error ? error.message : '')?.[1] ?? '?';

const readArguments = (argv: string[]) => {
  try {
    return parseArgs({ args: argv, options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    throw new AppError('usage-wrong', { detail: optionIn(error) }, error);
  }
};

const findCommand = (words: string[]): CommandName => {
  const names = Object.keys(COMMANDS) as CommandName[];
  const found = names.find((name) => COMMANDS[name].words.every((word, index) => words[index] === word));
  if (found === undefined) throw new AppError('command-unknown', { command: plainWords(words) });
  return found;
};

/** Reads the words of the command line. Throws `command-unknown` or `usage-wrong`, nothing else. */
export const parseCommand = (argv: string[]): ParsedCommand => {
  const { values, positionals } = readArguments(argv);
  const common = { operands: [], context: null, isJson: values.json === true };
  if (values.help === true || positionals[0] === 'help') return { ...common, command: 'help' };
  if (values.version === true) return { ...common, command: 'version' };
  if (positionals.length === 0) throw new AppError('usage-wrong', { detail: 'COMMAND' });
  const command = findCommand(positionals);
  const {
    words,
    operands: [least, most],
    hasContext,
  } = COMMANDS[command];
  const operands = positionals.slice(words.length);
  if (operands.length < least || operands.length > most) {
    throw new AppError('usage-wrong', { detail: words.join(' ') });
  }
  if (values.context !== undefined && !hasContext) throw new AppError('usage-wrong', { detail: '--context' });
  return { ...common, command, operands, context: values.context ?? null };
};

/** Whether the answer is to be JSON, told also from words that cannot be understood otherwise. */
export const wantsJson = (argv: string[]) => {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes('--json');
};
