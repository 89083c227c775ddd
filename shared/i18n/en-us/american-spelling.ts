/** Every word of the British texts that is spelt otherwise in the United States. */
const AMERICAN: Readonly<Record<string, string>> = {
  cancelled: 'canceled',
  colour: 'color',
  colours: 'colors',
  honoured: 'honored',
  licence: 'license',
  licences: 'licenses',
  organisation: 'organization',
  organisations: 'organizations',
};

/** Placeholders and commands stay as the program knows them. */
const KEPT = String.raw`\{\w+\}|remote-service \w+`;
const PATTERN = new RegExp(`${KEPT}|\\b(${Object.keys(AMERICAN).join('|')})\\b`, 'gi');

const capitalisedAs = (word: string, model: string) =>
  /^[A-Z]/.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** A British text in American spelling. */
export const inAmericanSpelling = (text: string): string =>
  text.replace(PATTERN, (found, word: string | undefined) =>
    word === undefined ? found : capitalisedAs(AMERICAN[word.toLowerCase()] ?? word, word),
  );
