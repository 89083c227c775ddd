/** Characters that steer a line of text, turn its direction round or cannot be seen could show another name than the one sent. */
const CLASS =
  '[\\p{Cc}\\p{Cs}\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\u2800\\u3164\\ufeff\\uffa0\\u{e0000}-\\u{e0fff}]';
const STEERING = new RegExp(CLASS, 'u');
const EVERY_STEERING = new RegExp(CLASS, 'gu');

/** More marks than this on one letter cover what stands above and below it. */
const MARKS_KEPT = 2;
const STACKED = new RegExp(`(\\p{M}{${MARKS_KEPT}})\\p{M}+`, 'gu');

export const hasSteeringCharacters = (text: string): boolean => STEERING.test(text);

/** A text of somebody else as it may be shown: on one line, in its own direction, with nothing that cannot be seen. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(EVERY_STEERING, '')
    .replaceAll(STACKED, '$1')
    .trim();
