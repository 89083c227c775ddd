import { expect, it } from 'vitest';
import { hasLookAlikes, markLookAlikes } from './look-alike-letters';

it.each([
  ['Dru\u0441khaus GmbH', 'Dru\u0441[U+0441]khaus GmbH'],
  ['\u0391cme', '\u0391[U+0391]cme'],
  ['Пет\u0070ов', 'Пет\u0070[U+0070]ов'],
  ['\u{1d41a}cme', '\u{1d41a}[U+1D41A]cme'],
  ['\uff21cme', '\uff21[U+FF21]cme'],
])('%j, with a letter of another alphabet, is shown as %j', (text, expected) => {
  expect(markLookAlikes(text)).toBe(expected);
  expect(hasLookAlikes(text)).toBe(true);
});

it.each([
  'Müller & Söhne',
  'Công ty Thiết bị',
  'Иван Петров',
  'Печать Print',
  'Νίκος Παπαδόπουλος',
  '株式会社 印刷 Print',
  '프린트 主義',
  'Za\u0335\u0335lgo',
  '1ª Gráfica, 3º piso',
  'İstanbul Baskı',
])('%j stays as it is', (text) => {
  expect(markLookAlikes(text)).toBe(text);
});
