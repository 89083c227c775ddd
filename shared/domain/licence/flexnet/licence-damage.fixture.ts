import fc from 'fast-check';

/** Text of one letter per byte, so that damage can be done to any byte and undone again. */
const textOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const BYTES = [...Array.from('"\\ \t\n\r\f\v=#{}-0129abcSN.:>'), '\0', '\u00a0', '\u00ff'];
/** No-break, thin and zero-width blanks, curly quotes and a byte order mark, as their bytes in UTF-8. */
const FOREIGN = [
  '\u00c2\u00a0',
  '\u00e2\u0080\u0089',
  '\u00e2\u0080\u008b',
  '\u00e2\u0080\u009c',
  '\u00ef\u00bb\u00bf',
];
const NUMBERS = ['', '0', '-1', '+5', '1e9', '0x10', '99999999999', '007'];
const DAYS = [
  '',
  '31-feb-2027',
  '2027-12-31',
  '31-dec-27',
  '31-dec-202',
  '31-dec-20277',
  '31-dez-2027',
  '0-jan-2027',
  '31-dec-',
];
const WORDS = [
  '',
  'FEATURE',
  'SERVER',
  'uncounted',
  'SUPERSEDE',
  'HOSTID=ANY',
  'SN=X-1',
  'START=1-jan-2030',
  '31-dec-2099',
];

/** Where and how: two places as parts of the whole, a length, and a number to choose by. */
type How = { at: number; to: number; length: number; pick: number };
type Kind = (text: string, how: How, other: string) => string;

const placeIn = (text: string, part: number) => Math.floor(part * text.length);
const chosen = <Entry>(list: readonly Entry[], pick: number) => list[pick % list.length] as Entry;

/** Puts something else in the place of one of the matches. */
const replaced = (text: string, pattern: RegExp, { at }: How, by: (found: string) => string) => {
  const all = [...text.matchAll(pattern)];
  const one = all[Math.floor(at * all.length)];
  if (one === undefined) return text;
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length);
};

const linewise =
  (change: (lines: string[], at: number, to: number) => void): Kind =>
  (text, { at, to }) => {
    const lines = text.split('\n');
    change(lines, Math.floor(at * lines.length), Math.floor(to * lines.length));
    return lines.join('\n');
  };

const insert =
  (what: readonly string[]): Kind =>
  (text, { at, pick }) =>
    text.slice(0, placeIn(text, at)) + chosen(what, pick) + text.slice(placeIn(text, at));

const KINDS: Record<string, Kind> = {
  truncate: (text, { at }) => text.slice(0, placeIn(text, at)),
  behead: (text, { at }) => text.slice(placeIn(text, at)),
  cut: (text, { at, length }) => text.slice(0, placeIn(text, at)) + text.slice(placeIn(text, at) + length),
  insert: insert(BYTES),
  foreign: insert(FOREIGN),
  flip: (text, { at, pick }) => {
    const place = placeIn(text, at);
    const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << (pick % 8)));
    return text.slice(0, place) + flipped + text.slice(place + 1);
  },
  double: (text, { at, to, length }) =>
    text.slice(0, placeIn(text, to)) +
    text.slice(placeIn(text, at), placeIn(text, at) + length) +
    text.slice(placeIn(text, to)),
  join: (text, _how, other) => text + other,
  joinPieces: (text, { at, to }, other) => text.slice(0, placeIn(text, at)) + other.slice(placeIn(other, to)),
  swapLines: linewise((lines, at, to) => {
    [lines[at], lines[to]] = [lines[to] ?? '', lines[at] ?? ''];
  }),
  dropLine: linewise((lines, at) => lines.splice(at, 1)),
  doubleLine: linewise((lines, at, to) => lines.splice(to, 0, lines[at] ?? '')),
  joinLines: linewise((lines, at) => lines.splice(at, 2, (lines[at] ?? '') + (lines[at + 1] ?? ''))),
  comment: linewise((lines, at) => lines.splice(at, 1, `#${lines[at] ?? ''}`)),
  breakLine: (text, how) => replaced(text, / /g, how, () => chosen(['\n', ' \\\n\t', '\n\n'], how.pick)),
  loseQuote: (text, how) => replaced(text, /"/g, how, () => ''),
  loseContinuation: (text, how) => replaced(text, /\\/g, how, () => ''),
  number: (text, how) =>
    replaced(text, /\d+/g, how, (found) => chosen([...NUMBERS, `${found}0`, found.slice(1)], how.pick)),
  day: (text, how) =>
    replaced(text, /\d{1,2}-[a-z]{3}-\d+|permanent/gi, how, (found) =>
      chosen([...DAYS, found.slice(0, -1), found.slice(1)], how.pick),
    ),
  word: (text, how) =>
    replaced(text, /\S+/g, how, (found) => chosen([...WORDS, found + found, found.slice(1)], how.pick)),
  loseSignature: (text, how) =>
    replaced(text, /\b(?:SIGN2?|AUTH)=(?:"[^"]*"|\{[^}]*\}|\S+)/gi, how, () => ''),
  lineEnds: (text, { pick }) => text.replaceAll('\n', chosen(['\r\n', '\r', '\r\r\n', '\n\n'], pick)),
  quoteMail: (text) => text.replaceAll(/^/gm, '> '),
  fold: (text) => text.replaceAll(/^(.{60})(.)/gm, '$1=\n$2'),
  capitals: (text) => text.toUpperCase(),
};

const part = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const damage = fc.record({
  kind: fc.constantFrom(...Object.values(KINDS)),
  how: fc.record({
    at: part,
    to: part,
    length: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 120 })),
    pick: fc.nat(1000),
  }),
});

/** Licence files that were damaged once to three times, as disks, editors, mail and people do. */
export const damagedFiles = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> => {
  const texts = files.map(textOf);
  const text = fc.constantFrom(...texts);
  return fc
    .tuple(text, text, fc.array(damage, { minLength: 1, maxLength: 3 }))
    .map(([one, other, damages]) =>
      bytesOf(damages.reduce((damaged, { kind, how }) => kind(damaged, how, other), one)),
    );
};
