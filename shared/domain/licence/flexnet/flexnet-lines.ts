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

/** `number` counts the lines of the file from 1; `isOpen`: the file ended where the line was to go on. */
export type LogicalLine = { number: number; text: string; isOpen: boolean };

/** Lines with their continuations joined (a backslash last on the line, blanks behind it allowed), no comments. */
export function logicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let continued: string[] = [];
  let number = 0;
  const end = (isOpen: boolean) => {
    lines.push({ number: number - continued.length + 1, text: continued.join(' '), isOpen });
    continued = [];
  };
  const raws = text.split(/\r\n|\n|\r/);
  // The end of the last line begins no other.
  if (raws.at(-1) === '') raws.pop();
  for (const raw of raws) {
    number += 1;
    const line = raw.trim();
    if (continued.length === 0 && line.startsWith('#')) continue;
    const isContinued = line.endsWith('\\');
    continued.push(isContinued ? line.slice(0, -1) : line);
    if (!isContinued) end(false);
  }
  if (continued.length > 0) end(true);
  return lines.filter((line) => line.text.trim() !== '');
}

/**
 * Words of a logical line. Double quotes hold blanks together and are dropped, `\"` inside them is a quote;
 * a quote that never closes (`isQuoteOpen`) reaches to the end of the line.
 */
export function splitWords(line: string): { words: string[]; isQuoteOpen: boolean } {
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
  return { words, isQuoteOpen: isQuoted };
}
