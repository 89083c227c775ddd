import { z } from 'zod';

/** A licence file by its whole path, or a licence server as `port@host`; never what a program could take for an option. */
const LICENCE = /^(\/[^/].*|[A-Za-z]:\\[^\\].*|\d{1,5}@[A-Za-z0-9._-]{1,253})$/;
const VENDOR = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$/;

type Word = string | RegExp;

const LICENCE_LIST: readonly Word[] = ['-c', LICENCE];
const REREAD: readonly (readonly Word[])[] = [
  LICENCE_LIST,
  [...LICENCE_LIST, '-vendor', VENDOR],
  [...LICENCE_LIST, '-all'],
];
/** For a licence server that something else starts again. */
const DOWN: readonly (readonly Word[])[] = [
  ['-q', ...LICENCE_LIST],
  [...LICENCE_LIST, '-q'],
];
const after = (word: string, shapes: readonly (readonly Word[])[]) => shapes.map((shape) => [word, ...shape]);

/** What may be run, by the name of the program; FlexNet License Administration Guide, "lmreread", "lmdown", "lmadmin". */
const FORMS: Readonly<Record<string, readonly (readonly Word[])[]>> = {
  lmutil: [...after('lmreread', REREAD), ...after('lmdown', DOWN)],
  lmreread: REREAD,
  lmdown: DOWN,
  lmadmin: [
    ['-import', LICENCE],
    ['-import', LICENCE, '-force'],
  ],
};

const isWord = (expected: Word, word: string) =>
  typeof expected === 'string' ? expected === word : expected.test(word);

/** The name of a program that is given with its whole path, straight on; null for any other. */
const programOf = (path: string): string | null => {
  const isWhole = /^\/[^/]/.test(path) || /^[A-Za-z]:\\[^\\]/.test(path);
  const names = path.split(/[\\/]/);
  if (!isWhole || names.some((name) => name === '.' || name === '..')) return null;
  return (
    names
      .at(-1)
      ?.toLowerCase()
      .replace(/\.exe$/, '') ?? null
  );
};

/** Whether a command has one of the few forms that have a licence server read its file again. */
export const isRereadCommand = ([path = '', ...words]: readonly string[]): boolean => {
  if ([path, ...words].some((word) => /\p{Cc}/u.test(word))) return false;
  const program = programOf(path);
  const shapes = program !== null && Object.hasOwn(FORMS, program) ? (FORMS[program] ?? []) : [];
  return shapes.some(
    (shape) =>
      shape.length === words.length && shape.every((expected, at) => isWord(expected, words[at] ?? '')),
  );
};

/** The program with its whole path, then its words, one by one. Comes from the policy alone. */
const RereadCommand = z.array(z.string().max(1024)).min(2).max(8).refine(isRereadCommand);
type RereadCommand = z.output<typeof RereadCommand>;

/** By the name of the licence server, as the settings have it. */
export const RereadCommands = z.record(z.string().min(1).max(100), RereadCommand);
export type RereadCommands = z.output<typeof RereadCommands>;

const plain = (name: string) => name.trim().toLowerCase();

/** The command for the licence server of this name; null where there is none. */
export const rereadCommandFor = (commands: RereadCommands, name: string): RereadCommand | null =>
  Object.entries(commands).find(([known]) => plain(known) === plain(name))?.[1] ?? null;
