const SEPARATORS = /[-:.]/g;
const PLAIN = /^[0-9a-f]+$/;
const MAX_IDS = 100;

/** Kinds that lock to no machine in particular (License Administration Guide, "Special Hostids"). */
const isSpecial = (id: string, name: 'any' | 'demo'): boolean => id.toLowerCase() === name;
export const isAnyHost = (id: string): boolean => isSpecial(id, 'any');
export const isDemoHost = (id: string): boolean => isSpecial(id, 'demo');

/** The host ids of a value: one, or several with blanks between. */
export const hostIdsOf = (value: string): string[] =>
  value
    .split(/[ \t\f\v\r]+/)
    .map((id) => id.replaceAll('"', ''))
    .filter((id) => id !== '')
    .slice(0, MAX_IDS);

/**
 * A host id in the one form that two writings of it share: lower case, no quotes and, where it is a network address
 * as Windows (`0A-1B-..`) or others (`0a:1b:..`) show it, no separators.
 */
export function normalHostId(id: string): string {
  const lower = id.trim().replaceAll('"', '').toLowerCase();
  if (lower.includes('=')) return lower.replace(/^ether(?:net)?=/, '');
  const plain = lower.replace(SEPARATORS, '');
  return PLAIN.test(plain) && plain.length >= 8 ? plain : lower;
}

/** Whether one of `ids` is the host id of a machine, or any machine's. */
export const namesHostId = (ids: readonly string[], hostId: string): boolean => {
  const wanted = new Set(hostIdsOf(hostId).map(normalHostId));
  return ids.some((id) => isAnyHost(id) || wanted.has(normalHostId(id)));
};
