import type { z } from 'zod';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** What a value that this version does not know is read as, and what is not read at all unless it is known whole. */
export interface EvolutionRules {
  /** The first pattern that fits the path, written `a.b.0.c`, names the value. */
  fallbacks: readonly (readonly [place: RegExp, value: unknown])[];
  /** Objects with anything unknown in them are taken for null. */
  wholeOnly: RegExp;
}

/** More differences than two versions have: the text is no status at all. */
const MOST_DIFFERENCES = 500;

const placeOf = (path: Path) => path.map(String).join('.');

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

const put = (root: unknown, path: Path, value: unknown) => {
  const parent = at(root, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return false;
  if (value === undefined) Reflect.deleteProperty(parent, key);
  else (parent as Record<PropertyKey, unknown>)[key] = value;
  return true;
};

const isBelow = (path: Path, place: Path) => place.every((key, index) => path[index] === key);

/** Reads for itself what another version of the program has said. */
class Draft<T> {
  constructor(
    private readonly schema: z.ZodType<T>,
    private readonly rules: EvolutionRules,
    private readonly root: { value: unknown },
  ) {}

  read(): T | null {
    for (let round = 0; round < MOST_DIFFERENCES; round += 1) {
      const parsed = this.schema.safeParse(this.root.value);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      if (issue === undefined || !this.mend(issue)) return null;
    }
    return null;
  }

  private mend(issue: Issue): boolean {
    const whole = issue.path.findIndex((_, index) =>
      this.rules.wholeOnly.test(placeOf(issue.path.slice(0, index + 1))),
    );
    if (whole >= 0) return this.put(issue.path.slice(0, whole + 1), null);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.put([...issue.path, key], undefined);
      return true;
    }
    return this.fallBack(issue.path) || this.leaveOut(issue.path);
  }

  private fallBack(path: Path): boolean {
    const found = this.rules.fallbacks.find(([place]) => place.test(placeOf(path)));
    // A fallback that does not fit either must not be tried for ever.
    if (found === undefined || Object.is(at(this.root.value, path), found[1])) return false;
    return this.put(path, structuredClone(found[1]));
  }

  /** From the value itself outwards: null or nothing where that may stand, else the entry of a list is left out. */
  private leaveOut(path: Path): boolean {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const place = path.slice(0, depth);
      const parent = at(this.root.value, place.slice(0, -1));
      if (Array.isArray(parent)) {
        parent.splice(Number(place.at(-1)), 1);
        return true;
      }
      if ([null, undefined].some((value) => this.isBetterWith(place, value))) return true;
    }
    return false;
  }

  private isBetterWith(place: Path, value: null | undefined): boolean {
    const before = at(this.root.value, place);
    if (!this.put(place, value)) return false;
    const { error } = this.schema.safeParse(this.root.value);
    if (!(error?.issues ?? []).some(({ path }) => isBelow(path, place))) return true;
    this.put(place, before);
    return false;
  }

  private put(path: Path, value: unknown) {
    return put(this.root, ['value', ...path], value);
  }
}

/**
 * Parses what an end of another version says. Members that this version does not know are left out; a value that it does not
 * know is what the rules say, else null or missing where that may stand, else its entry of a list is left out. Null where
 * what is left is not as the schema says.
 */
export const readLeniently = <T>(schema: z.ZodType<T>, raw: unknown, rules: EvolutionRules): T | null => {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : new Draft(schema, rules, { value: structuredClone(raw) }).read();
};
