const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, at) => bytes[at] === byte);

const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16: readonly (readonly [mark: readonly number[], label: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The bytes of a text document in UTF-8 without a mark at their start, whatever Windows has made of it: editors add the
 * mark, and what PowerShell 5 writes to a file is UTF-16. Other bytes are given back as they are.
 */
export const documentBytes = (bytes: Uint8Array): Uint8Array => {
  if (startsWith(bytes, UTF8_MARK)) return bytes.subarray(UTF8_MARK.length);
  const found = UTF16.find(([mark]) => startsWith(bytes, mark));
  return found === undefined ? bytes : new TextEncoder().encode(new TextDecoder(found[1]).decode(bytes));
};
