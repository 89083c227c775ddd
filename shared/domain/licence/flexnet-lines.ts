/** Licence files come from many editors: UTF-8, UTF-16 with a mark, else the Windows western code page. */
export function decodeLicenceText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return new TextDecoder('windows-1252').decode(hasMark ? bytes.subarray(3) : bytes);
  }
}

/** Lines with their continuations joined (a backslash last on the line, blanks behind it allowed), no comments. */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let continued: string[] = [];
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    if (continued.length === 0 && line.startsWith('#')) continue;
    const isContinued = line.endsWith('\\');
    continued.push(isContinued ? line.slice(0, -1) : line);
    if (isContinued) continue;
    lines.push(continued.join(' '));
    continued = [];
  }
  lines.push(continued.join(' '));
  return lines.filter((line) => line.trim() !== '');
}

/**
 * Words of a logical line. Double quotes hold blanks together and are dropped, `\"` inside them is a quote;
 * a quote that never closes reaches to the end of the line.
 */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word: string[] | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') {
      isQuoted = !isQuoted;
      word ??= [];
    } else if (isQuoted && character === '\\' && line[at + 1] === '"') {
      word?.push('"');
      at += 1;
    } else if (!isQuoted && /\s/.test(character)) {
      if (word) words.push(word.join(''));
      word = null;
    } else {
      word ??= [];
      word.push(character);
    }
  }
  if (word) words.push(word.join(''));
  return words;
}
