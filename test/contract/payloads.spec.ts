import { describe, expect, it, vi } from 'vitest';
import { answerCall } from '@shared/contract/dispatch';
import { CALLS, PAYLOADS, sampleOf, shapeOf, variantsOf, walkShape } from '../support/contract-shapes';

const FORMATS = new Set(['uuid', 'date', 'date-time']);
/** Of a regular expression: no part that may repeat for ever. */
const isBoundedPattern = (pattern: string) => !/[*+]|,\}/.test(pattern.replaceAll(/\[[^\]]*\]/g, '[]'));

describe.each(PAYLOADS)('$name', ({ schema, shape }) => {
  const sample = sampleOf(shape);
  const refuses = (value: unknown) => !schema.safeParse(value).success;

  it('takes what the contract shows', () => {
    expect(schema.safeParse(sample).error).toBeUndefined();
  });

  it('bounds every text, list and number, and closes every object', () => {
    const open: string[] = [];
    walkShape(shape, (inner, path) => {
      const at = path.join('.');
      const { type, pattern = '*', format = '' } = inner;
      const isLeaf = 'const' in inner || inner.enum !== undefined;
      if (
        type === 'string' &&
        !isLeaf &&
        inner.maxLength === undefined &&
        !FORMATS.has(format) &&
        !isBoundedPattern(pattern)
      ) {
        open.push(`${at}: text without an end`);
      }
      if (type === 'array' && inner.maxItems === undefined) open.push(`${at}: list without an end`);
      if (type === 'object' && inner.additionalProperties === undefined) open.push(`${at}: open object`);
      if (type === undefined && !isLeaf && inner.anyOf === undefined && inner.oneOf === undefined) {
        open.push(`${at}: anything`);
      }
    });
    expect(open).toEqual([]);
  });

  it('refuses junk', () => {
    for (const junk of [
      undefined,
      null,
      42,
      'x',
      true,
      [],
      [sample],
      () => undefined,
      Symbol.iterator,
      10n,
    ]) {
      expect(refuses(junk), String(junk)).toBe(true);
    }
  });

  it('refuses a stray member, also one named __proto__, in every object', () => {
    const isObject = (value: unknown): value is object =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    const strays = variantsOf(sample, (value) => (isObject(value) ? { ...value, stray: [] } : undefined));
    for (const stray of strays) expect(refuses(stray)).toBe(true);
    const polluted = variantsOf(sample, (value) =>
      isObject(value)
        ? (JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{"polluted":1},')) as unknown)
        : undefined,
    );
    for (const value of polluted) expect(refuses(value)).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes in no oversize text or list in any place', () => {
    const giant = 'x'.repeat(1_048_576);
    const long = variantsOf(sample, (value) => (typeof value === 'string' ? giant : undefined));
    const many = variantsOf(sample, (value) =>
      Array.isArray(value) && value.length > 0
        ? Array.from({ length: 2000 }, () => value[0] as unknown)
        : undefined,
    );
    // A member that falls back to its default does not refuse, but it does not keep what it was given either.
    for (const value of [...long, ...many]) {
      expect(JSON.stringify(schema.safeParse(value).data ?? null).length).toBeLessThan(giant.length / 10);
    }
  });
});

describe.each(CALLS)('$name', ({ name, spec }) => {
  it('asks its handler only for an argument that fits', async () => {
    const shape = shapeOf(spec.input);
    const handler = vi.fn(() => Promise.reject(new Error('asked')));
    const ask = (arg: unknown) => answerCall(name, spec, handler, arg, () => undefined);
    for (const junk of [42, { stray: 1 }, JSON.parse('{"__proto__":{"polluted":1}}') as unknown]) {
      expect(await ask(junk)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    expect(handler).not.toHaveBeenCalled();
    expect(await ask(shape === null ? undefined : sampleOf(shape))).toMatchObject({
      error: { code: 'internal' },
    });
    expect(handler).toHaveBeenCalledOnce();
  });
});
