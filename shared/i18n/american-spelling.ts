/** Every word of the British texts that is spelt otherwise in the United States. */
const AMERICAN: Readonly<Record<string, string>> = {
  cancelled: 'canceled',
  colour: 'color',
  colours: 'colors',
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

const spell = (text: string): string =>
  text.replace(PATTERN, (found, word: string | undefined) =>
    word === undefined ? found : capitalisedAs(AMERICAN[word.toLowerCase()] ?? word, word),
  );

/** British texts in American spelling: one text, or a tree of them with the same keys. */
export const inAmericanSpelling = <T extends string | object>(texts: T): T => {
  const derive = (node: unknown): unknown =>
    typeof node === 'string'
      ? spell(node)
      : Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, derive(child)]));
  return derive(texts) as T;
};
