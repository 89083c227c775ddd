import { z } from 'zod';
import { contract } from '@shared/contract/page/page-contract';
import { entriesOf, type CallSpec, type EventSpec } from '@shared/contract/define';
import { serviceContract } from '@shared/contract/service/service-contract';

/** A JSON Schema as zod writes it, as far as the tests look at it. */
export interface Shape {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | false;
  propertyNames?: Shape;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
}

export const CONTRACTS = [
  { link: 'app', entries: entriesOf(contract) },
  { link: 'service', entries: entriesOf(serviceContract) },
] as const;

/** Every call or event of both links, named `link channel`. */
export const CALLS = CONTRACTS.flatMap(({ link, entries }) =>
  entries.flatMap(({ channel, spec }): { name: string; spec: CallSpec }[] =>
    spec.kind === 'call' ? [{ name: `${link} ${channel}`, spec }] : [],
  ),
);
export const EVENTS = CONTRACTS.flatMap(({ link, entries }) =>
  entries.flatMap(({ channel, spec }): { name: string; spec: EventSpec }[] =>
    spec.kind === 'event' ? [{ name: `${link} ${channel}`, spec }] : [],
  ),
);

/** Null for `z.void()`, which has no JSON form. */
export const shapeOf = (schema: z.ZodType): Shape | null =>
  schema instanceof z.ZodVoid
    ? null
    : (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);

/** Everything that crosses a process, under its name. */
export const PAYLOADS = [
  ...CALLS.flatMap(({ name, spec }) => [
    { name: `${name} input`, schema: spec.input },
    { name: `${name} output`, schema: spec.output },
  ]),
  ...EVENTS.map(({ name, spec }) => ({ name: `${name} payload`, schema: spec.payload })),
].flatMap(({ name, schema }) => {
  const shape = shapeOf(schema);
  return shape === null ? [] : [{ name, schema, shape }];
});

/** Calls `visit` for a shape and all inside it, with the names on the way. */
export const walkShape = (
  shape: Shape,
  visit: (shape: Shape, path: string[]) => void,
  path: string[] = [],
): void => {
  visit(shape, path);
  for (const [name, inner] of Object.entries(shape.properties ?? {}))
    walkShape(inner, visit, [...path, name]);
  for (const inner of [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) walkShape(inner, visit, path);
  if (shape.items !== undefined) walkShape(shape.items, visit, [...path, '[]']);
  if (shape.additionalProperties) walkShape(shape.additionalProperties, visit, [...path, '*']);
};

const TEXTS = [
  '2026-05-01T00:00:00Z',
  '2026-05-01',
  '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f13',
  'a'.repeat(64),
  'A'.repeat(22),
  'a'.repeat(43),
  'one',
  'prismadirect.lic',
  'a.a.a.a.a',
];

const textOf = ({ format, pattern, minLength = 0 }: Shape): string => {
  const wanted = pattern === undefined ? /^/ : new RegExp(pattern);
  const isFormat = (text: string) => (format === 'uuid' ? text.length === 36 : true);
  const text = TEXTS.find((one) => wanted.test(one) && isFormat(one) && one.length >= minLength);
  if (text === undefined) throw new Error(`no sample for ${pattern ?? ''}`);
  return format === undefined && pattern === undefined ? 'one' : text;
};

/** A value that fits, with something in every optional member and one item in every array that may have one. */
export const sampleOf = (shape: Shape): unknown => {
  if ('const' in shape) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  const [option] = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  if (option !== undefined) return sampleOf(option);
  switch (Array.isArray(shape.type) ? shape.type[0] : shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner)]),
      );
    case 'array':
      return shape.items === undefined || shape.maxItems === 0 ? [] : [sampleOf(shape.items)];
    case 'string':
      return textOf(shape);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'number':
    case 'integer':
      return shape.minimum ?? 1;
    default:
      throw new Error(`no sample for ${JSON.stringify(shape)}`);
  }
};

/** The sample with one place in it replaced, for every place that `at` picks. */
export const variantsOf = (value: unknown, at: (value: unknown) => unknown): unknown[] => {
  const replaced = at(value);
  const here = replaced === undefined ? [] : [replaced];
  if (typeof value !== 'object' || value === null) return here;
  if (Array.isArray(value)) {
    return [
      ...here,
      ...value.flatMap((item, index) =>
        variantsOf(item, at).map((variant) => (value as unknown[]).with(index, variant)),
      ),
    ];
  }
  const inside = Object.entries(value).flatMap(([name, item]) =>
    variantsOf(item, at).map((variant) => ({ ...value, [name]: variant })),
  );
  return [...here, ...inside];
};
