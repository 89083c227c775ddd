import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import {
  COMMAND_NAMES,
  commandsUnder,
  findCommand,
  OPTIONS,
  specOf,
  type CommandName,
} from './command-table';

/** The words that may follow those of `path`, which are those typed so far without the options. */
export interface CompletionStep {
  path: readonly string[];
  next: readonly string[];
  /** A file name may follow too. */
  hasFiles: boolean;
}

const topWords = () => [...new Set(COMMAND_NAMES.map((name) => specOf(name).words[0]))];

const valuesOf = (operand: string): readonly string[] => {
  const words = operand.replaceAll(/[[\].]/g, '').split('|');
  return words.flatMap((word) => {
    if (word === 'KEY') return SETTING_KEYS;
    if (word === 'COMMAND') return topWords();
    return /^[a-z]+$/.test(word) ? [word] : [];
  });
};

const stepOf = (path: readonly string[]): CompletionStep => {
  const words = commandsUnder(path).flatMap((name) => specOf(name).words[path.length] ?? []);
  const found: CommandName | null = findCommand(path);
  const spec = found !== null && specOf(found).words.length === path.length ? specOf(found) : null;
  const flags = spec === null ? [] : [...spec.options, 'json' as const, 'help' as const];
  const next = [
    ...words,
    ...(spec?.operands.slice(0, 1).flatMap(valuesOf) ?? []),
    ...flags.map((name) => `--${OPTIONS[name].flag}`),
  ];
  return {
    path,
    next: [...new Set(next)],
    hasFiles: spec?.operands.some((operand) => operand.includes('FILE')) ?? false,
  };
};

/** Every place in a command where something can be completed, the beginning first. */
export const completionSteps = (): CompletionStep[] => {
  const paths = COMMAND_NAMES.flatMap((name) => {
    const { words } = specOf(name);
    return words.map((_, index) => words.slice(0, index + 1).join(' '));
  });
  const begin = { path: [], next: [...topWords(), '--help', '--version'], hasFiles: false };
  return [begin, ...[...new Set(paths)].map((path) => stepOf(path.split(' ')))];
};
