/** Alphabets with letters that cannot be told from those of another one. */
const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'] as const;
const IN_ALPHABET = ALPHABETS.map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

const WORD = /[\p{L}\p{M}]+/gu;
/** Letters of mathematics and of full width begin here; those before it, as in "1ª", are in use. */
const FIRST_STYLED = 0x2100;

/** The alphabet of a letter by its place in the list; -1 for all others, which are taken as they are. */
const alphabetOf = (letter: string): number => IN_ALPHABET.findIndex((pattern) => pattern.test(letter));

/** A letter that is drawn as another one, such as a bold `a` of mathematics. */
const isStyled = (letter: string): boolean =>
  (letter.codePointAt(0) ?? 0) >= FIRST_STYLED && /^[A-Za-z]$/.test(letter.normalize('NFKC'));

/** The alphabet of most letters of a word, of which every other is foreign there. */
const mainAlphabet = (letters: readonly string[]): number => {
  const counts = ALPHABETS.map((_, index) => letters.filter((letter) => alphabetOf(letter) === index).length);
  return counts.indexOf(Math.max(...counts));
};

const isForeign = (letter: string, main: number): boolean => {
  const alphabet = alphabetOf(letter);
  return isStyled(letter) || (alphabet !== -1 && alphabet !== main);
};

const mark = (letter: string): string =>
  `${letter}[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * A name with the number behind each letter that is of another alphabet than the rest of its word: whoever reads it sees
 * that it only looks like the name it pretends to be. Words of one alphabet, whichever, stay as they are.
 */
export const markLookAlikes = (text: string): string =>
  text.replaceAll(WORD, (word) => {
    const letters = Array.from(word);
    const main = mainAlphabet(letters);
    return letters.map((letter) => (isForeign(letter, main) ? mark(letter) : letter)).join('');
  });

export const hasLookAlikes = (text: string): boolean => markLookAlikes(text) !== text;
