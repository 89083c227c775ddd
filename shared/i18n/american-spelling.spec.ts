import { expect, it } from 'vitest';
import { inAmericanSpelling } from './american-spelling';
import british from './locales/en-GB.json' with { type: 'json' };
import { loadMessages } from './messages';

const textsOf = (node: object): string[] =>
  Object.values(node).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : textsOf(value as object),
  );

it('spells a word as it is written: small, with a capital, beside a hyphen', () => {
  expect(inAmericanSpelling("Licences of the organisation's colours (licence-dates.ics)")).toBe(
    "Licenses of the organization's colors (license-dates.ics)",
  );
});

it('leaves placeholders and commands as they are', () => {
  expect(inAmericanSpelling('{organisation}: {licenceFolder}, remote-service licence install')).toBe(
    '{organisation}: {licenceFolder}, remote-service licence install',
  );
});

/** Words of these kinds are British, but for those that end so everywhere. */
const BRITISH =
  /\b\w*(?:licenc|cence\b|[^aeiou]our(?:s|ed|ing|able|ite)?\b|is(?:e|es|ed|ing|ation|ations)\b|ys(?:e|es|ed|ing)\b|[^aeiou]tre\b|ogue\b|ell(?:ed|ing|er)\b|fulfil\b|enrol\b|grey|defence|offence|pretence|programme|whilst)\w*/gi;
const EVERYWHERE =
  /^(?:hours?|your|yours|four|otherwise|rise|raise|noise|precise|promise|exercise|told|telling)$/i;

it('leaves no British word in any text', async () => {
  const found = textsOf(await loadMessages('en-US'))
    .map((text) => text.replaceAll(/\{\w+\}|remote-service \w+/g, ''))
    .flatMap((text) => text.match(BRITISH) ?? [])
    .filter((word) => !EVERYWHERE.test(word));
  expect(found).toEqual([]);
});

it('finds those of the British texts', () => {
  const found = new Set(
    textsOf(british)
      .flatMap((text) => text.match(BRITISH) ?? [])
      .map((word) => word.toLowerCase()),
  );
  expect([...found]).toEqual(
    expect.arrayContaining(['licence', 'licences', 'organisation', 'colours', 'cancelled']),
  );
});
