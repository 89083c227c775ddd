/** Characters that JSON leaves as they are but that forge lines, colours or reading order on a screen. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** One value as one line of pure JSON, without its newline: whatever is inside stays data for every reader. */
export const toJsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
