/** The words that a line begins with; any other line is a remark (SGI license.dat(5)). */
const KEYWORDS = [
  'SERVER',
  'VENDOR',
  'DAEMON',
  'USE_SERVER',
  'FEATURE',
  'INCREMENT',
  'UPGRADE',
  'PACKAGE',
  'FEATURESET',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

const isKeyword = (word: string): word is Keyword => (KEYWORDS as readonly string[]).includes(word);

/** The blanks of a licence file; no-break spaces and their like are none. */
export const BLANKS = /[ \t\f\v\r]+/;

export const firstWordOf = (line: string): string => /^[ \t\f\v\r]*([^ \t\f\v\r]+)/.exec(line)?.[1] ?? '';

/** The keyword that a line begins with, in any case (it is written "Server" in guides); null = none. */
export function keywordOf(line: string): Keyword | null {
  const first = firstWordOf(line);
  // No keyword is shorter or longer, and most lines of a text begin with such a word.
  if (first.length < 6 || first.length > 10) return null;
  const word = first.toUpperCase();
  return isKeyword(word) ? word : null;
}

const HIDDEN = new RegExp(String.raw`\r[ \t\f\v]*(?:${KEYWORDS.join('|')})(?:[ \t\f\v\r]|$)`, 'i');

/** Whether a statement begins behind a carriage return within a line, where no licence server looks for one. */
export const hidesStatement = (line: string): boolean => line.includes('\r') && HIDDEN.test(line);

/** Whether a word is the beginning of a keyword, as at the end of a file that was cut off. */
export const isStartOfKeyword = (word: string): boolean =>
  KEYWORDS.some((keyword) => keyword !== word && keyword.startsWith(word));

/** Names that stand alone on a line about a feature, or have a value as well. */
const FLAGS = [
  'SUPERSEDE',
  'TS_OK',
  'BORROW',
  'FLOAT_OK',
  'USER_BASED',
  'HOST_BASED',
  'CAPACITY',
  'SUITE_RESERVED',
  'PRIMARY_IS_MASTER',
];

/** Attributes with a value (End User Guide, tables B-2 to B-4; License Administration Guide, "FEATURE and INCREMENT Lines"). */
const ATTRIBUTES = [
  ...FLAGS,
  'SN',
  'START',
  'ISSUED',
  'ISSUER',
  'NOTICE',
  'SIGN',
  'SIGN2',
  'AUTH',
  'HOSTID',
  'VENDOR_STRING',
  'DUP_GROUP',
  'SUITE_DUP_GROUP',
  'OVERDRAFT',
  'LINGER',
  'PLATFORMS',
  'VM_PLATFORMS',
  'TZ',
  'COMPONENTS',
  'OPTIONS',
  'MINIMUM',
  'SORT',
  'CK',
  'ASSET_INFO',
  'DIST_INFO',
  'USER_INFO',
  'VENDOR_INFO',
  'PORT',
  'PLAT',
  'HEARTBEAT_INTERVAL',
  'SERVER_TIMEOUT',
];

const KNOWN_FLAGS: ReadonlySet<string> = new Set(FLAGS);
const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set(ATTRIBUTES);

export const isFlag = (word: string): boolean => KNOWN_FLAGS.has(word.toUpperCase());
export const isAttribute = (name: string): boolean => KNOWN_ATTRIBUTES.has(name.toUpperCase());

/** Whether one letter added, left out, changed or moved by one place makes `word` out of `other`. */
function isOneSlipFrom(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || word === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2))
  );
}

/** Names without which a line says something else about who may use how much until when. */
const DECISIVE = ['SUPERSEDE', 'HOSTID', 'ISSUED', 'START', 'SIGN', 'SN', 'OPTIONS', 'COMPONENTS'];

/** Whether cutting letters out at one place makes `word` out of `known`. */
function isCutFrom(word: string, known: string): boolean {
  if (word.length < 2 || word.length >= known.length) return false;
  let at = 0;
  while (at < word.length && word[at] === known[at]) at += 1;
  return known.endsWith(word.slice(at));
}

/** Attributes that end other licences by rules that are not published (FlexNet Operations, "SUPERSEDE_SIGN"). */
const UNREAD: ReadonlySet<string> = new Set(['SUPERSEDE_SIGN']);

/**
 * Whether a name is a slip of a name that decides what a line says, or one that nobody can read. Vendors have attributes of their own, which say
 * nothing here; `SM=` in place of `SN=` must not pass for one of them.
 */
export function isSlip(name: string): boolean {
  const upper = name.toUpperCase();
  if (KNOWN_ATTRIBUTES.has(upper)) return false;
  return (
    UNREAD.has(upper) ||
    ATTRIBUTES.some((known) => isOneSlipFrom(upper, known)) ||
    DECISIVE.some((known) => isCutFrom(upper, known))
  );
}

/** Whether another attribute has run into a value without quotes, for want of a blank between. */
export const holdsAttribute = (value: string): boolean =>
  /SUPERSEDE|(?:SN|SIGN|ISSUED|START|HOSTID)=/i.test(value);

const ATTRIBUTE_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** The name in front of the first `=` of a word; null where there is none. */
export function attributeNameOf(word: string): string | null {
  const end = word.indexOf('=');
  const name = end > 0 ? word.slice(0, end) : '';
  return ATTRIBUTE_NAME.test(name) ? name : null;
}
