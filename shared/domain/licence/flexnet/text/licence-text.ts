/** The text of a licence file and what the bytes themselves say against it. */
export type LicenceText = {
  /** Its lines, without line ends; the first is line 1. */
  lines: readonly string[];
  /** UTF-16, which no licence server reads; the text is decoded all the same, to say what is in it. */
  isUtf16: boolean;
  /** The line of the first byte zero with text behind it; null = there is none. */
  zeroLine: number | null;
  /** Its last line has no end, as where a file was cut off; some editors leave it so. */
  endsOpen: boolean;
};

/** What fills the end of a file and says nothing: blocks of zeros, the end mark of DOS editors, blanks. */
const FILLED_END = new Set(['\0', '\u001a', ' ', '\t', '\r', '\n', '\f', '\v']);

/** The bytes 0x80 to 0x9F in the Windows western code page. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node.js take `windows-1252` for Latin-1, which has control characters in the place of quotation marks. */
const windowsText = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS.charAt(letter.charCodeAt(0) - 0x80));

function decode(bytes: Uint8Array): { text: string; isUtf16: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), isUtf16: true };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), isUtf16: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf16: false };
  } catch {
    return { text: windowsText(bytes), isUtf16: false };
  }
}

function withoutFilledEnd(text: string): string {
  let end = text.length;
  while (end > 0 && FILLED_END.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * Decodes a licence file: UTF-8 or, where it is none, the Windows western code page (licence files are 8-bit text:
 * License Administration Guide, "License File Format Overview"). The mark at the start of a UTF-8 file stays in the first
 * line, because a licence server reads it there. A file without line feeds has the line ends of an old Macintosh.
 */
export function readLicenceText(bytes: Uint8Array): LicenceText {
  const { text: whole, isUtf16 } = decode(bytes);
  const text = withoutFilledEnd(whole);
  const zero = text.indexOf('\0');
  const lines = text.split(text.includes('\n') ? '\n' : '\r');
  const zeroLine = zero === -1 ? null : text.slice(0, zero).split('\n').length;
  return { lines, isUtf16, zeroLine, endsOpen: text.length === whole.length };
}
