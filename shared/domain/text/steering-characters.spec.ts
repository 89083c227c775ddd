import { expect, it } from 'vitest';
import { cleanText, hasSteeringCharacters } from './steering-characters';

it.each([
  ['Druck\u202ehaus', 'Druckhaus'],
  ['Zero\u200bwidth\ufeff', 'Zerowidth'],
  ['two\r\nlines\tand a tab', 'two lines and a tab'],
  ['\u001b[31mred', '[31mred'],
  ['  Müller & Söhne  ', 'Müller & Söhne'],
  [`Za${'\u0335'.repeat(40)}lgo`, 'Za\u0335\u0335lgo'],
  ['Công ty Thiết bị', 'Công ty Thiết bị'],
  ['\u2066\u2069\u200f', ''],
  ['株式会社 印刷', '株式会社 印刷'],
])('%j is shown as %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
  expect(hasSteeringCharacters(cleanText(text))).toBe(false);
});
