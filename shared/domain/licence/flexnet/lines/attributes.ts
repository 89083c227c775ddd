import { attributeNameOf, holdsAttribute, isAttribute, isFlag, isSlip } from '../text/keywords';
import type { ReportProblem } from '../text/problem';
import { looksLikeDay, readDay } from './read-day';
import type { Word } from '../text/word-reader';

/** The attributes of a line about licences by their names in capitals; a flag has an empty value. */
export type Attributes = { values: ReadonlyMap<string, Word>; hasKey: boolean };

const LICENCE_KEY = /^[0-9A-F]{8,}$/i;
const SIGNATURE = /^[0-9A-Z \t]+$/i;
/** Stands for the signature in the template of a licence; beside the key of an older version it means nothing. */
const NOT_SIGNED = /^0+$/;
const FREE_TEXT = new Set([
  'VENDOR_STRING',
  'NOTICE',
  'ISSUER',
  'ASSET_INFO',
  'DIST_INFO',
  'USER_INFO',
  'VENDOR_INFO',
]);
const FLAG_SHAPE = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/;

type Collected = { values: Map<string, Word>; hasKey: boolean; emptyText: string | null };

function addAttribute(collected: Collected, word: Word, name: string, report: ReportProblem): void {
  const upper = name.toUpperCase();
  const value = {
    text: word.text.slice(name.length + 1),
    line: word.line,
    quotedFrom: word.quotedFrom - name.length - 1,
  };
  const isStrange = !isAttribute(name) && (isSlip(name) || looksLikeDay(value.text));
  const hasRunTogether = word.quotedFrom === -1 && holdsAttribute(value.text);
  if (isStrange || hasRunTogether) report('flexnet-word-unknown', word.line, word.text);
  const before = collected.values.get(upper);
  if (before !== undefined && before.text !== value.text)
    report('flexnet-attribute-twice', word.line, word.text);
  collected.values.set(upper, before ?? value);
  collected.emptyText = FREE_TEXT.has(upper) && value.text === '' && word.quotedFrom === -1 ? upper : null;
}

/** The text, quoted, and the host id that very old lines have behind their key (SGI license.dat(5)). */
function isOldPosition(collected: Collected, word: Word, at: number): boolean {
  if (!collected.hasKey || at > 2) return false;
  const isText = at === 1 && word.quotedFrom === 0;
  const isHostId =
    at === 2 && collected.values.has('VENDOR_STRING') && /^(?:[0-9a-f]{8,}|ANY|DEMO)$/i.test(word.text);
  if (isText) collected.values.set('VENDOR_STRING', word);
  if (isHostId) collected.values.set('HOSTID', word);
  return isText || isHostId;
}

function addBareWord(collected: Collected, word: Word, at: number, report: ReportProblem): void {
  if (at === 0 && word.quotedFrom === -1 && LICENCE_KEY.test(word.text)) collected.hasKey = true;
  else if (isFlag(word.text)) collected.values.set(word.text.toUpperCase(), { ...word, text: '' });
  else if (collected.emptyText !== null) collected.values.set(collected.emptyText, word);
  else if (!isOldPosition(collected, word, at) && (!FLAG_SHAPE.test(word.text) || isSlip(word.text))) {
    report('flexnet-word-unknown', word.line, word.text);
  }
  collected.emptyText = null;
}

/**
 * Reads the words behind the fixed ones of a line: a licence key first where the line is of before v7.1, attributes
 * `NAME=value` and flags in any order. A remark behind them is passed over. A word that is none of these is reported.
 */
export function readAttributes(words: readonly Word[], report: ReportProblem): Attributes {
  const collected: Collected = { values: new Map(), hasKey: false, emptyText: null };
  for (const [at, word] of words.entries()) {
    if (word.text.startsWith('#') && word.quotedFrom !== 0) {
      const hidden = words.slice(at).find(({ text }) => attributeNameOf(text) !== null);
      if (hidden) report('flexnet-word-unknown', hidden.line, hidden.text);
      break;
    }
    const name = word.quotedFrom === 0 ? null : attributeNameOf(word.text);
    if (name === null) addBareWord(collected, word, at, report);
    else addAttribute(collected, word, name, report);
  }
  return collected;
}

/** The value of an attribute; null where it is missing or empty. */
export function textOf({ values }: Attributes, name: string): string | null {
  const text = values.get(name)?.text.trim() ?? '';
  return text === '' ? null : text;
}

/** The day of an attribute; null where it is missing. A damaged one is reported. */
export function dayOf({ values }: Attributes, name: string, report: ReportProblem): string | null {
  const word = values.get(name);
  if (word === undefined) return null;
  const read = readDay(word.text);
  if ('day' in read) return read.day;
  report(read.error, word.line, `${name}=${word.text}`);
  return null;
}

/**
 * Checks that a line has `SIGN=`, `AUTH=` or, as before v7.1, a licence key: a required field (End User Guide p. 109-110).
 * Whether the signature is right only the vendor daemon can tell.
 */
export function checkSignature(
  attributes: Attributes,
  line: number,
  report: ReportProblem,
  about: string,
): void {
  const { values, hasKey } = attributes;
  const signatures = ['SIGN', 'SIGN2'].flatMap((name) => values.get(name) ?? []);
  const broken = signatures.find(({ text }) => !SIGNATURE.test(text.trim()));
  const auth = values.get('AUTH');
  const isSigned = !NOT_SIGNED.test(values.get('SIGN')?.text.trim() ?? '0');
  const isAuthBroken = auth !== undefined && !/(?:SIGN2?|LK)=[0-9A-Z]/i.test(auth.text);
  if (broken) report('flexnet-signature-invalid', broken.line, broken.text);
  else if (isAuthBroken) report('flexnet-signature-invalid', auth.line, auth.text);
  else if (!hasKey && auth === undefined && !isSigned) report('flexnet-signature-missing', line, about);
}
