import { z } from 'zod';
import { AssistanceAnswer, AssistanceEnd, LicenceReport, Registration, StatusReport } from './requests';

/** Every body that Print ORS Service ever sends, by the name that its explanation has in `shared/i18n`. */
const PAYLOADS = {
  registration: Registration,
  status: StatusReport,
  licence: LicenceReport,
  assistanceAnswer: AssistanceAnswer,
  assistanceEnd: AssistanceEnd,
} as const satisfies Record<string, z.ZodType>;
export type PayloadName = keyof typeof PAYLOADS;

export const FIELD_TYPES = ['text', 'number', 'yes-no', 'date', 'choice'] as const;

/** One value that is sent; `path` as in the JSON, a list as `name[]`. */
export interface SentField {
  path: string;
  type: (typeof FIELD_TYPES)[number];
  /** Left out or empty where there is nothing to say. */
  isOptional: boolean;
}

interface Shape {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
}

const typesOf = ({ type = [] }: Shape) => [type].flat();

const typeOf = (shape: Shape): SentField['type'] => {
  const { format, enum: choices } = shape;
  const [type] = typesOf(shape);
  if (choices !== undefined) return 'choice';
  if (format === 'date' || format === 'date-time') return 'date';
  if (type === 'boolean') return 'yes-no';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
};

const fieldsIn = (shape: Shape, path: string, isOptional: boolean): SentField[] => {
  const choices = shape.anyOf?.filter((choice) => !typesOf(choice).includes('null'));
  const [only] = choices ?? [];
  if (only !== undefined) return fieldsIn(only, path, true);
  if (shape.items !== undefined) return fieldsIn(shape.items, `${path}[]`, isOptional);
  if (shape.properties === undefined) {
    return [{ path, type: typeOf(shape), isOptional: isOptional || typesOf(shape).includes('null') }];
  }
  return Object.entries(shape.properties).flatMap(([name, inner]) =>
    fieldsIn(
      inner,
      path === '' ? name : `${path}.${name}`,
      isOptional || shape.required?.includes(name) !== true,
    ),
  );
};

/** Made from the schemas that every payload is checked against before it leaves: the page cannot say less than is sent. */
export const WHAT_IS_SENT = (Object.keys(PAYLOADS) as PayloadName[]).map((name) => ({
  name,
  fields: fieldsIn(z.toJSONSchema(PAYLOADS[name], { io: 'output' }) as Shape, '', false),
}));
