import { expect, it } from 'vitest';
import { safeCsv } from './safe-csv';

it.each([
  ['=1+1', `"'=1+1"`],
  ['+49 30', `"'+49 30"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['\0=1', `"'=1"`],
  ['a"b', '"a""b"'],
  ['a,b\nc', '"a,b\nc"'],
  ['<b>plain</b>', '"<b>plain</b>"'],
])('keeps %j a text', (text, cell) => expect(safeCsv([[text]])).toBe(`${cell}\r\n`));
