/** A licence in decimal form: what it grants only the publisher's own tools can tell. */
export type DecimalLicence = { line: number; vendor: string; name: string };

const DECIMAL = /^([^\s-]+)-(\S+?)((?:-\d{5})+)-\d{1,5}$/;
const MAX_LENGTH = 400;

/** `vendor-feature-00737-55296-1825` (End User Guide p. 117); null for any other line. */
export function decimalLicenceOf(line: string, number: number): DecimalLicence | null {
  if (line.length > MAX_LENGTH) return null;
  const [, vendor, name] = DECIMAL.exec(line.trim()) ?? [];
  return vendor === undefined || name === undefined ? null : { line: number, vendor, name };
}
