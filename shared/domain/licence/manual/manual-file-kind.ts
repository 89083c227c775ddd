import { documentBytes } from '@shared/domain/text/document-bytes';

/** The kind of a manual licence file: a signed package, a key set, or possibly a bare FlexNet file. */
export type ManualFile = { kind: 'package' | 'key-set'; text: string } | { kind: 'bare' };

/** The first letters of every JSON object in base64url, with which the protected header of a package begins. */
const PACKAGE = /^eyJ[\x21-\x7e]*\s*$/;

/** A JWS in general JSON serialization, which only a key set is; no FlexNet file begins with a brace. */
const KEY_SET = /^\s*\{(?=[^]*"payload")(?=[^]*"signatures")/;

/** The end of a line that a mail program has broken; as quoted-printable it has an equals sign in front. */
const LINE_BREAK = /=?[ \t]*\r?\n[ \t]*/g;

/** A package as it was before mail or an editor broke its lines and put blanks around it; its letters stay as they are. */
const joined = (text: string): string => text.trim().replaceAll(LINE_BREAK, '');

/**
 * Tells by the content alone, as a name says nothing; whether it is a good one is checked by others. What Windows and mail
 * programs do to the outside of a document is undone in `text`.
 */
export const kindOfManualFile = (bytes: Uint8Array): ManualFile => {
  const text = new TextDecoder('latin1').decode(documentBytes(bytes));
  if (KEY_SET.test(text)) return { kind: 'key-set', text };
  if (PACKAGE.test(text)) return { kind: 'package', text };
  const whole = joined(text);
  return PACKAGE.test(whole) ? { kind: 'package', text: whole } : { kind: 'bare' };
};
