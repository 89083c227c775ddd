/** Where a licence server listens when nobody has fixed its port (FlexNet's "Any"). */
const ANY_PORTS = { first: 27_000, last: 27_009 };
const MOST_PORTS = 32;

const isPort = (port: number) => port >= 1 && port <= 65_535;

/** The ports named by a setting: `27000`, `27000-27009`, or empty for any; null where it names none or more than 32. */
export const portsOf = (setting: string): number[] | null => {
  const text = setting.trim();
  if (text === '') return portsOf(`${ANY_PORTS.first}-${ANY_PORTS.last}`);
  const [, from, to] = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text) ?? [];
  const first = Number(from);
  const last = Number(to ?? from);
  if (from === undefined || !isPort(first) || !isPort(last) || last < first) return null;
  if (last - first >= MOST_PORTS) return null;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
};

/** Whether this can be the name or address of a machine; nothing is looked up. */
export const isHostName = (text: string): boolean =>
  text.length <= 253 && /^(?:[\w-]+(?:\.[\w-]+)*\.?|[\da-f:.]*:[\da-f:.]*)$/i.test(text);
