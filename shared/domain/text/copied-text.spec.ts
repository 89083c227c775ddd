import { expect, it } from 'vitest';
import { cleanCopied } from './copied-text';

it.each([
  ['SO-77', 'SO-77'],
  [' SO-77\t', 'SO-77'],
  ['\u00a0SO-77\u202f', 'SO-77'],
  ['\ufeffSO\u200b-77\u2060', 'SO-77'],
  ['SO\u00a077', 'SO 77'],
  ['K\u00f6ln \u65e5\u672c', 'K\u00f6ln \u65e5\u672c'],
])('%j was meant as %j', (copied, meant) => {
  expect(cleanCopied(copied)).toBe(meant);
});
