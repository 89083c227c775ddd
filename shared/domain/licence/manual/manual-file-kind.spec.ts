import { expect, it } from 'vitest';
import { kindOfManualFile } from './manual-file-kind';
import { readVector } from '@shared/domain/licence/format/vectors.fixture';

const kindOf = (text: string) => kindOfManualFile(new TextEncoder().encode(text)).kind;

it('takes every package for one, also a damaged one, so that it is refused as a package', () => {
  for (const name of ['valid.jws', 'trailing-newline-allowed.jws', 'base64-padded.jws', 'two-parts.jws']) {
    expect(kindOfManualFile(readVector(name))).toMatchObject({ kind: 'package' });
  }
});

it('knows a key set, in whatever order its members stand', () => {
  expect(kindOf('{"payload":"eyJ9","signatures":[]}')).toBe('key-set');
  expect(kindOf('\n{ "signatures": [{}], "payload": "" }')).toBe('key-set');
});

it('undoes what Windows and mail programs do to the outside of a package', () => {
  const whole = new TextDecoder().decode(readVector('valid.jws')).trim();
  const folded = (end: string) => whole.replaceAll(/.{76}/g, `$&${end}`);
  const unit = (letter: string) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8];
  for (const text of [
    folded('\n'),
    folded('\r\n'),
    folded('=\r\n'),
    `\ufeff${whole}`,
    `\r\n  ${whole} \r\n`,
    folded('\n '),
  ])
    expect(kindOfManualFile(new TextEncoder().encode(text))).toMatchObject({ kind: 'package' });
  for (const text of [folded('\r\n'), `\n${whole}\n\n`]) {
    expect(kindOfManualFile(new TextEncoder().encode(text))).toEqual({ kind: 'package', text: whole });
    const utf16 = Uint8Array.from(Array.from(`\ufeff${text}`).flatMap(unit));
    expect(kindOfManualFile(utf16)).toEqual({ kind: 'package', text: whole });
  }
});

it('does not mend a package that has something else within', () => {
  for (const name of ['base64-junk.jws', 'base64-padded.jws', 'payload-flipped.jws']) {
    const bytes = readVector(name);
    const brought = kindOfManualFile(bytes);
    if (brought.kind !== 'bare') expect(brought.text).toBe(new TextDecoder().decode(bytes));
  }
});

it('takes everything else for what may be a bare file', () => {
  expect(kindOfManualFile(readVector('prismadirect.lic')).kind).toBe('bare');
  expect(kindOf('')).toBe('bare');
  expect(kindOf('eyJ of two words')).toBe('bare');
  expect(kindOf('{"payload":""}')).toBe('bare');
});
