import type british from './locales/en-GB.json';
import type { Locale } from '@shared/domain/settings/locales';

/** The same tree of keys with any text in it: a locale that lacks a key does not compile. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every text of the program; codes travel between processes, these are put in where a person reads. */
export type Messages = Texts<typeof british>;

type LeafPath<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${LeafPath<T[K]>}`;
}[keyof T & string];

/** The key of a text, such as `page.common.tryAgain`: each one that `locales/en-GB.json` has, and no other. */
export type MessageKey = LeafPath<typeof british>;

/** The keys behind a prefix: `KeyUnder<'licenceDate.expiry'>` is `'ahead' | 'today' | 'past' | 'text'`. */
export type KeyUnder<P extends string> = MessageKey extends infer K
  ? K extends `${P}.${infer Rest}`
    ? Rest
    : never
  : never;

const LOADERS: Readonly<Record<Locale, () => Promise<{ default: Messages }>>> = {
  'en-GB': () => import('./locales/en-GB.json', { with: { type: 'json' } }),
  'en-US': async () => ({ default: (await import('./american-messages')).americanMessages }),
  de: () => import('./locales/de.json', { with: { type: 'json' } }),
  es: () => import('./locales/es.json', { with: { type: 'json' } }),
  fr: () => import('./locales/fr.json', { with: { type: 'json' } }),
  it: () => import('./locales/it.json', { with: { type: 'json' } }),
  nl: () => import('./locales/nl.json', { with: { type: 'json' } }),
  pt: () => import('./locales/pt.json', { with: { type: 'json' } }),
};

/** The texts of one locale, read only when they are asked for: no process holds those of a language it does not show. */
export const loadMessages = async (locale: Locale): Promise<Messages> => (await LOADERS[locale]()).default;
