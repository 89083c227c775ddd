import { z } from 'zod';
import { schemaOf, SETTING_KEYS, type SettingKey } from '@shared/domain/settings/setting-keys';
import {
  COMMAND_NAMES,
  COMMANDS,
  commandsUnder,
  findCommand,
  OPTIONS,
  specOf,
  type CommandName,
} from './command-table';

/** The words that may follow at a place of a command. */
export interface CompletionStep {
  /** The words typed so far, without the options and their values; behind an option that takes a value, that option alone. */
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

/** The few values that a setting can have; none where it can have any. */
const valuesOfSetting = (key: SettingKey): string[] => {
  const schema: unknown = schemaOf(key);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodBoolean ? ['true', 'false'] : [];
};

const settingSteps = (): CompletionStep[] =>
  SETTING_KEYS.map((key) => ({
    path: [...COMMANDS.settingsSet.words, key],
    next: valuesOfSetting(key),
    hasFiles: false,
  })).filter(({ next }) => next.length > 0);

/** What may stand behind each option that takes a value. */
const optionSteps = (): CompletionStep[] =>
  Object.values(OPTIONS).flatMap(({ flag, value }) =>
    value === null ? [] : [{ path: [`--${flag}`], next: valuesOf(value), hasFiles: value === 'FILE' }],
  );

/** The options that take a value; `--version` does behind a command, and takes none in front of one. */
export const optionsWithValue = (): string[] => optionSteps().map(({ path }) => path.join(' '));

/** Every place in a command where something can be completed, the beginning first. */
export const completionSteps = (): CompletionStep[] => {
  const paths = COMMAND_NAMES.flatMap((name) => {
    const { words } = specOf(name);
    return words.map((_, index) => words.slice(0, index + 1).join(' '));
  });
  const begin = { path: [], next: [...topWords(), '--help', '--version'], hasFiles: false };
  return [
    begin,
    ...[...new Set(paths)].map((path) => stepOf(path.split(' '))),
    ...settingSteps(),
    ...optionSteps(),
  ];
};
