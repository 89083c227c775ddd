import { z } from 'zod';
import { PolicySettings } from '@shared/domain/settings/policy';

/** A value of the registry, as the helper reads it; one of a type that no setting has carries none of the three. */
const RegistryValue = z.object({
  name: z.string(),
  text: z.string().optional(),
  number: z.number().optional(),
  texts: z.array(z.string()).optional(),
});
type RegistryValue = z.output<typeof RegistryValue>;

/** The key of our policies: the values that stand in it, and those of its keys `Locked` and `Defaults`. */
export const RegistryPolicy = z.object({
  path: z.string(),
  values: z.array(RegistryValue),
  locked: z.array(RegistryValue),
  defaults: z.array(RegistryValue),
});
export type RegistryPolicy = z.output<typeof RegistryPolicy>;

const SHAPES: Readonly<Record<string, z.ZodType | undefined>> = PolicySettings.shape;

const parsedLine = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
};

/** What a value may mean: a template writes yes and no as 1 and 0, and a list of objects as lines of JSON. */
const meaningsOf = ({ text, number, texts }: RegistryValue): unknown[] => {
  if (number !== undefined) return [number, ...(number === 0 || number === 1 ? [number === 1] : [])];
  if (texts !== undefined) return [texts, texts.filter((line) => line.trim() !== '').map(parsedLine)];
  return text === undefined ? [{}] : [text];
};

/** The meaning that the setting has room for; where it has none, one that the check of the policy refuses by its key. */
const settingOf = (value: RegistryValue): [string, unknown] => {
  const meanings = meaningsOf(value);
  const fits = meanings.find((meaning) => SHAPES[value.name]?.safeParse(meaning).success === true);
  return [value.name, fits === undefined ? meanings[0] : fits];
};

const settingsOf = (values: readonly RegistryValue[]) => Object.fromEntries(values.map(settingOf));

const valueNamed = (policy: RegistryPolicy, name: string) =>
  policy.values.find((value) => value.name.toLowerCase() === name.toLowerCase())?.text;

const sectionOf = (document: unknown, name: string): object => {
  const section = (document as Record<string, unknown> | null)?.[name];
  return typeof section === 'object' && section !== null ? section : {};
};

/**
 * The policy as `policy.json` would say it, null where the registry has none. The value `Policy` is a whole document; single
 * settings come over what it says.
 */
export const policyInRegistry = (policy: RegistryPolicy): Uint8Array | null => {
  const whole = valueNamed(policy, 'Policy');
  const lockedBy = valueNamed(policy, 'LockedBy');
  const isSingle = policy.locked.length > 0 || policy.defaults.length > 0;
  if (whole === undefined && !isSingle) return null;
  if (whole !== undefined && !isSingle && lockedBy === undefined) return new TextEncoder().encode(whole);
  const document = whole === undefined ? {} : parsedLine(whole);
  if (document === null || typeof document !== 'object') return new TextEncoder().encode(whole);
  const merged = {
    ...document,
    ...(lockedBy === undefined ? {} : { lockedBy }),
    locked: { ...sectionOf(document, 'locked'), ...settingsOf(policy.locked) },
    defaults: { ...sectionOf(document, 'defaults'), ...settingsOf(policy.defaults) },
  };
  return new TextEncoder().encode(JSON.stringify(merged));
};
