/** Text that a spreadsheet would take for a formula, or for the end of a text. */
const DANGEROUS = /^[=+\-@\t\r\n\0]/;

const cellOf = (text: string) => {
  const harmless = DANGEROUS.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('\0', '').replaceAll('"', '""')}"`;
};

/** Rows as CSV (RFC 4180); a cell that a spreadsheet would calculate is kept a text by a leading apostrophe. */
export const safeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
