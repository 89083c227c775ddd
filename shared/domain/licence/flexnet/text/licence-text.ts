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

/** As many arguments as every call takes. */
const PIECE_BYTES = 8192;
/** A letter in UTF-8, of two to four bytes, or a byte that is another letter in the Windows code page than in Latin-1. */
const FOREIGN_LETTER =
  /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\x9f]/g;

/** A decoder of that name is one of the Windows code page in some versions of Node.js and not in others. */
function latin1Text(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE_BYTES)));
  }
  return pieces.join('');
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Text of the Windows code page into which UTF-8 was pasted, as where a number was copied from a web page into a file. */
const mixedText = (bytes: Uint8Array): string =>
  latin1Text(bytes).replace(FOREIGN_LETTER, (letter) =>
    letter.length === 1
      ? WINDOWS.charAt(letter.charCodeAt(0) - 0x80)
      : new TextDecoder().decode(bytesOf(letter)),
  );

function decode(bytes: Uint8Array): { text: string; isUtf16: boolean } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), isUtf16: true };
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), isUtf16: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf16: false };
  } catch {
    return { text: mixedText(bytes), isUtf16: false };
  }
}

function withoutFilledEnd(text: string): string {
  let end = text.length;
  while (end > 0 && FILLED_END.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * Decodes a licence file: UTF-8 or, where it is none, the Windows western code page with UTF-8 in it (licence files are 8-bit text:
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
