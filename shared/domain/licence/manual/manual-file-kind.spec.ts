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

it('takes everything else for what may be a bare file', () => {
  expect(kindOfManualFile(readVector('prismadirect.lic')).kind).toBe('bare');
  expect(kindOf('')).toBe('bare');
  expect(kindOf('eyJ of two words')).toBe('bare');
  expect(kindOf('{"payload":""}')).toBe('bare');
});
