const HIDDEN = '[redacted]';
const TEXT_CAP = 2000;
const DEPTH_CAP = 8;
const MEMBERS_CAP = 100;

const SECRET_NAMES =
  /verification-?code|pass(word|phrase|wd)|secret|token|authoriz|cookie|credential|private-?key/i;
/** An Error's or a reply's harmless members whose names look like a secret's. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  // Compact JWS (RFC 7515) and JWE (RFC 7516): their header is JSON, so they begin with `{"` in base64url.
  [/\beyJ[\w-]{8,}(\.[\w-]*){1,4}/g, HIDDEN],
  [/\b(Bearer|Basic|Digest|NTLM|Negotiate) +[\w+/=.~-]{4,}/gi, `$1 ${HIDDEN}`],
  [
    /\b((?:verification-?code|password|token|authorization)["']? *[:=] *)("[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    `$1${HIDDEN}`,
  ],
  [/\/\/[^/\s:@]+:[^/\s@]+@/g, `//${HIDDEN}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*-----END [A-Z ]*PRIVATE KEY-----/g, HIDDEN],
];

const cut = (text: string) => (text.length > TEXT_CAP ? `${text.slice(0, TEXT_CAP)}…` : text);

export const redactText = (text: string): string =>
  SECRET_SHAPES.reduce((clean, [shape, put]) => clean.replace(shape, put), text);

/** A copy without secrets: members by their names, text by its shape; deep, long and wide values are cut. */
export const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cut(redactText(value));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_CAP) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, MEMBERS_CAP).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MEMBERS_CAP)
      .map(([name, item]) => [
        redactText(name),
        SECRET_NAMES.test(name) && typeof item !== 'boolean' && item !== null
          ? HIDDEN
          : redact(item, depth + 1),
      ]),
  );
};
