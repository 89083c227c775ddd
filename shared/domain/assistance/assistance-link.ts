/** Why a link or a code of a request is refused, one name each; the text is `assistance.refusal.<name>`. */
export type LinkRefusal =
  | 'link-too-long'
  | 'link-characters'
  | 'link-scheme'
  | 'link-user-info'
  | 'link-host'
  | 'link-port'
  | 'link-query'
  | 'link-fragment'
  | 'link-path';

const LONGEST = 200;
const WHOLE = /^https:\/\/get\.teamviewer\.com\/(?:v15\/)?s(?:\d{6,12}|\d{2,3}-\d{3}-\d{3})$/;
const PARTS = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/i;

/** Whether a text is the code of a TeamViewer session: `s12-345-678`. */
export const isSessionCode = (text: string) => /^s\d{2,3}-\d{3}-\d{3}$/.test(text);

const faultOf = (link: string): LinkRefusal => {
  if (link.length > LONGEST) return 'link-too-long';
  // Beyond plain ASCII a letter or a dot may only look like one; a backslash is a slash to some.
  if (!/^[\x21-\x7e]*$/.test(link) || link.includes('\\')) return 'link-characters';
  const [, scheme, authority = '', , query, fragment] = PARTS.exec(link) ?? [];
  if (scheme !== 'https') return 'link-scheme';
  if (authority.includes('@')) return 'link-user-info';
  const [host, port] = authority.split(':');
  if (host !== 'get.teamviewer.com') return 'link-host';
  if (port !== undefined) return 'link-port';
  if (query !== undefined) return 'link-query';
  return fragment === undefined ? 'link-path' : 'link-fragment';
};

/**
 * Checks the link that a customer opens for a session: `https://get.teamviewer.com/s...` or `/v15/s...`, and nothing that
 * only resembles it. The text as it stands decides, no parser does. Null = it is one.
 */
export const linkRefusal = (link: string): LinkRefusal | null => (WHOLE.test(link) ? null : faultOf(link));
