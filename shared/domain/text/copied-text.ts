/** Characters without a width: soft hyphen, zero-width spaces, joiners and marks, word joiner, byte order mark. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const NO_BREAK_SPACES = /[\u00a0\u2007\u202f]/gu;

/** A short text as it was meant by a person who copied it from a letter, a mail or a web page. */
export const cleanCopied = (text: string): string =>
  text.replaceAll(WITHOUT_WIDTH, '').replaceAll(NO_BREAK_SPACES, ' ').trim();
