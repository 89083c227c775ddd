import { expect, it } from 'vitest';
import type { Locale } from '@shared/domain/settings/locales';
import { loadMessages } from '@shared/i18n/messages';

/** Words that readers marked as translated or coined; shared/i18n/GLOSSARY.md has those that are used. */
const ODD: Readonly<Partial<Record<Locale, RegExp>>> = {
  'en-GB': /\b(?:by itself|by themselves|by hand|anew|machine|whoever)\b|at once/i,
  de: /\bvon Hand\b|Diese Seite$|^Entfernt$|Endecode|zurückgelegt|eingebracht/i,
  it: /\ba mano\b|\bda solo\b|organizzazione di assistenza|\b(?:chieda|riprovi|scelga)\b/i,
  fr: /\bvalables?\b|sans fin\b|à la main| [:;?!»]|« /i,
  es: /\ba mano\b|por sí (?:mismo|solo)|cuenta a partir|sin fin\b/i,
  nl: /\bmet de hand\b|vanzelf|telt vanaf/i,
  pt: /ficheiro|utilizador|palavra-passe|à mão|sozinho|^(?:Pedir|Informar|Introduzir|Contactar) /i,
};

const textsOf = (node: object, at = ''): [string, string][] =>
  Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${at}${name}`, value]] : textsOf(value as object, `${at}${name}.`),
  );

it.each(Object.entries(ODD))('has none of the words in %s that sound translated', async (locale, odd) => {
  const texts = textsOf(await loadMessages(locale as Locale));
  expect(texts.filter(([, text]) => odd.test(text))).toEqual([]);
});

it.each(Object.keys(ODD))(
  'has no text in %s that begins or ends with a space, or holds two',
  async (locale) => {
    const texts = textsOf(await loadMessages(locale as Locale));
    expect(texts.filter(([, text]) => /^\s|\s$| {2}/.test(text))).toEqual([]);
  },
);
