import type { messages as british } from './en-gb/messages';

/** The same tree of keys with any text in it: a locale that lacks a key does not compile. */
type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** Every text of the program; codes travel between processes, these are put in where a person reads. */
export type Messages = Texts<typeof british>;
