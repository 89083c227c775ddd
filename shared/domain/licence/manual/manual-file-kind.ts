/** The kind of a manual licence file: a signed package, a key set, or possibly a bare FlexNet file. */
export type ManualFile = { kind: 'package' | 'key-set'; text: string } | { kind: 'bare' };

/** The first letters of every JSON object in base64url, with which the protected header of a package begins. */
const PACKAGE = /^eyJ[\x21-\x7e]*\s*$/;

/** A JWS in general JSON serialization, which only a key set is; no FlexNet file begins with a brace. */
const KEY_SET = /^\s*\{(?=[^]*"payload")(?=[^]*"signatures")/;

/** Tells by the content alone, as a name says nothing; whether it is a good one is checked by others. */
export const kindOfManualFile = (bytes: Uint8Array): ManualFile => {
  const text = new TextDecoder('latin1').decode(bytes);
  if (KEY_SET.test(text)) return { kind: 'key-set', text };
  return PACKAGE.test(text) ? { kind: 'package', text } : { kind: 'bare' };
};
