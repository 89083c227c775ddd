import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { errorKey } from '@shared/i18n/error-words';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');

const sources = ['shared', 'electron', 'renderer']
  .flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, room, name),
    ),
  )
  .filter((name) => /\.(ts|vue)$/.test(name) && !/\.(spec|fixture)\.(ts|vue)$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');

const keysOf = (node: object, prefix = ''): string[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
  );

/** Every word, and every quoted name with dots in it, that the sources have. */
const words = new Set(sources.match(/[\w-]+/g));
const names = new Set([...sources.matchAll(/'((?:[a-z][\w-]*\.)+[\w-]+)'/gi)].map(([, name]) => name));

/** Where the `${...}` that starts at `start` ends. */
const endOfHole = (start: number) => {
  let depth = 0;
  for (let at = start + 1; at < sources.length; at++) {
    if (sources[at] === '{') depth++;
    if (sources[at] === '}' && --depth === 0) return at + 1;
  }
  return sources.length;
};

/** What a template with such a hole can say: one of two words, or any value, which is a group of the pattern. */
const patternOfHole = (hole: string) => {
  const [, first, second] = /\?\s*'([\w-]+)'\s*:\s*'([\w-]+)'\}$/.exec(hole) ?? [];
  return first === undefined ? String.raw`([\w.-]+)` : `(?:${first}|${second})`;
};

/** The keys that a template such as `connection.state.${state}` can make, as a pattern. */
const patternAt = (start: number) => {
  let pattern = '';
  for (let at = start + 1; at < sources.length && sources[at] !== '`'; at++) {
    if (sources.startsWith('${', at)) {
      const end = endOfHole(at);
      pattern += patternOfHole(sources.slice(at, end));
      at = end - 1;
    } else pattern += sources[at] === '.' ? String.raw`\.` : (sources[at] ?? '');
  }
  return pattern;
};
const patterns = new Set(
  [...sources.matchAll(/`(?:[a-z][\w-]*\.)+\$\{/gi)].map(({ index }) => patternAt(index)),
);
const templates = [...patterns].map((pattern) => new RegExp(`^${pattern}$`));

/** Counts as used: a key in quotes, and one that a template makes of a value that the sources name. */
const isUsed = (key: string) =>
  names.has(key) ||
  templates.some((template) => {
    const found = template.exec(key);
    return found?.slice(1).every((value) => (value.includes('.') ? names : words).has(value)) ?? false;
  });

it('uses every text; those of errors are used by code', () => {
  const ofErrors = new Set(
    ERROR_CODES.flatMap((code) => [`${errorKey(code)}.sentence`, `${errorKey(code)}.nextStep`]),
  );
  expect(keysOf(messages).filter((key) => !ofErrors.has(key) && !isUsed(key))).toEqual([]);
});

it.each([
  ['in quotes', 'page.common.tryAgain', true],
  ['made by a template of one value', 'connection.state.connected', true],
  ['made by a template of one of two words', 'page.activity.noMatch.title', true],
  ['in no place', 'page.common.thereIsNoSuchText', false],
  ['that a template could make of a value that nobody names', 'connection.state.thereIsNoSuchState', false],
  ['that is neither of the two words of a template', 'page.activity.broken.thereIsNoSuchText', false],
])('finds a text %s: %s', (_where, key, isFound) => {
  expect(isUsed(key)).toBe(isFound);
});
