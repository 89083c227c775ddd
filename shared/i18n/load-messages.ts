import type { Locale } from './locales';
import type { Messages } from './messages';

const LOADERS: Readonly<Record<Locale, () => Promise<{ messages: Messages }>>> = {
  'en-GB': () => import('./en-gb/messages'),
  'en-US': () => import('./en-us/messages'),
  de: () => import('./de/messages'),
  es: () => import('./es/messages'),
  fr: () => import('./fr/messages'),
  it: () => import('./it/messages'),
  nl: () => import('./nl/messages'),
  pt: () => import('./pt/messages'),
};

/** The texts of one locale, read only when they are asked for: no process holds those of a language it does not show. */
export const loadMessages = async (locale: Locale): Promise<Messages> => (await LOADERS[locale]()).messages;
