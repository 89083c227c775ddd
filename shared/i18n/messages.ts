import type { messages as british } from './en-gb/messages';
import type { Locale } from './locales';

/** The same tree of keys with any text in it: a locale that lacks a key does not compile. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every text of the program; codes travel between processes, these are put in where a person reads. */
export type Messages = Texts<typeof british>;

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
