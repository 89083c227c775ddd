import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json';

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text));

describe('parseStrictJson', () => {
  it('agrees with JSON.parse wherever names are unique', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(parse(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('refuses any object with one of its members repeated, however deep and however it is escaped', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.boolean(),
        (name, one, other, isEscaped) => {
          const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
          const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
          const plain = JSON.stringify(name);
          const again = isEscaped ? `"${escaped}"` : plain;
          const inner = `{${plain}:${JSON.stringify(one)},${again}:${JSON.stringify(other)}}`;
          expect(parse(inner)).toEqual({ ok: false });
          expect(parse(`[1,{"a":[${inner}]}]`)).toEqual({ ok: false });
        },
      ),
    );
  });

  it('takes one name in different objects', () => {
    expect(parse('{"a":{"a":[{"a":1},{"a":"a"}]},"b":"\\"a\\":1,"}').ok).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof parseStrictJson(bytes).ok === 'boolean'));
  });

  it('refuses endless nesting', () => {
    expect(parse('['.repeat(33) + ']'.repeat(33))).toEqual({ ok: false });
    expect(parse('['.repeat(32) + ']'.repeat(32)).ok).toBe(true);
    expect(parse('['.repeat(200_000) + ']'.repeat(200_000))).toEqual({ ok: false });
  });
});
