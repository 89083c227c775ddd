import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

/** What menus and software centres show of the program, per language; those after English are the `others`. */
const { en, ...others } = JSON.parse(readFileSync(path.join(REPOSITORY, 'build/linux/texts.json'), 'utf8'));

export const ENGLISH = en;
export const TRANSLATIONS = Object.entries(others);

/** The translated lines of a menu entry, as desktop-entry-spec names them; electron-builder adds the rest. */
export function menuEntry(name) {
  const list = (words) => `${words.join(';')};`;
  const translated = (key, valueOf) =>
    TRANSLATIONS.map(([language, texts]) => [`${key}[${language}]`, valueOf(texts)]);
  return Object.fromEntries([
    ['Name', name],
    ['GenericName', ENGLISH.kind],
    ...translated('GenericName', ({ kind }) => kind),
    ...translated('Comment', ({ summary }) => summary),
    ['Keywords', list(ENGLISH.keywords)],
    ...translated('Keywords', ({ keywords }) => list(keywords)),
  ]);
}
