import type { Shape } from '../contract-shapes';

const cell = (text: string) => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** A Markdown table, unaligned, so that a longer cell changes one line and not all of them. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

export const code = (text: string | number) => `\`${String(text)}\``;

export const page = (...parts: string[]) => `${parts.join('\n\n')}\n`;

const PLAIN_FORMATS: Record<string, string> = { 'date-time': 'time', date: 'day', uuid: 'UUID' };

const bounds = (low: number | undefined, high: number | undefined, unit = '') => {
  // Zod writes the largest safe integer where a schema says nothing.
  const isOpen = high === undefined || high >= Number.MAX_SAFE_INTEGER;
  if (isOpen && (low === undefined || low <= Number.MIN_SAFE_INTEGER)) return '';
  return isOpen ? ` >= ${low ?? 0}${unit}` : ` ${low ?? 0}..${high}${unit}`;
};

const textType = ({ format, pattern, minLength, maxLength }: Shape) => {
  const form = pattern === undefined ? '' : ` like ${code(pattern)}`;
  return PLAIN_FORMATS[format ?? ''] ?? `text${bounds(minLength, maxLength)}${form}`;
};

const memberTypes = ({ properties = {}, required = [] }: Shape, depth: number) =>
  Object.entries(properties).map(([name, shape]) => {
    const key = `${name}${required.includes(name) ? '' : '?'}`;
    return depth > 0 ? `${key}: ${typeText(shape, depth - 1)}` : key;
  });

/**
 * The type of a value in one line; `depth` = how many levels of an object are shown with their types, below that the
 * members are only named.
 */
export const typeText = (shape: Shape, depth = 0): string => {
  if ('const' in shape) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) {
    if (shape.enum.length > 20) return `one of ${shape.enum.length} names`;
    return shape.enum.map((value) => JSON.stringify(value)).join(', ');
  }
  const options = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  if (options.length > 0) return options.map((option) => typeText(option, depth)).join(' or ');
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'object': {
      const members = memberTypes(shape, depth);
      return members.length === 0 ? 'map' : `{ ${members.join(', ')} }`;
    }
    case 'array':
      return `list${bounds(shape.minItems, shape.maxItems)} of ${typeText(shape.items ?? {}, depth)}`;
    case 'string':
      return textType(shape);
    case 'integer':
    case 'number':
      return `${shape.type === 'integer' ? 'integer' : 'number'}${bounds(shape.minimum, shape.maximum)}`;
    case 'boolean':
    case 'null':
      return String(shape.type);
    default:
      return 'anything';
  }
};
