const MAX_DEPTH = 32;

export type StrictJson = { ok: true; value: unknown } | { ok: false };

/** The index just behind the string that starts at `start`, in text already known to be JSON. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Expects valid JSON: false when an object names a member twice (escapes resolved) or nests too deep. */
function isUnambiguous(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let isNameNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (isNameNext && names) {
        const name = JSON.parse(text.slice(at, end)) as string;
        if (names.has(name)) return false;
        names.add(name);
      }
      isNameNext = false;
      at = end - 1;
    } else if (character === '{' || character === '[') {
      if (open.length === MAX_DEPTH) return false;
      open.push(character === '{' ? new Set() : null);
      isNameNext = true;
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ',') {
      isNameNext = true;
    }
  }
  return true;
}

/**
 * JSON that every reader understands alike (RFC 7493, I-JSON): valid UTF-8 without a byte order mark, no
 * member named twice in one object, at most 32 levels. Never throws.
 */
export function parseStrictJson(bytes: Uint8Array): StrictJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isUnambiguous(text) ? { ok: true, value } : { ok: false };
  } catch {
    return { ok: false };
  }
}
