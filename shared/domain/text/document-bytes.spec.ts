import { describe, expect, it } from 'vitest';
import { documentBytes } from './document-bytes';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const utf16 = (content: string) => Array.from(content, (letter) => letter.charCodeAt(0));

describe('documentBytes', () => {
  it('takes the mark of UTF-8 away', () => {
    expect(text(documentBytes(new TextEncoder().encode('\ufeff{"é":1}')))).toBe('{"é":1}');
  });

  it('reads UTF-16 in both orders', () => {
    const little = Uint8Array.from(utf16('\ufeff{"é":1}\r\n').flatMap((unit) => [unit & 0xff, unit >> 8]));
    const big = Uint8Array.from(utf16('\ufeff{"é":1}\r\n').flatMap((unit) => [unit >> 8, unit & 0xff]));
    for (const bytes of [little, big]) expect(text(documentBytes(bytes))).toBe('{"é":1}\r\n');
  });

  it('leaves other bytes alone', () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0xff), new TextEncoder().encode('a\u0000é')])
      expect(documentBytes(bytes)).toBe(bytes);
  });
});
