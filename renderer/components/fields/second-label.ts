import { inject, type InjectionKey } from 'vue';

/** A label in the second language, with that language's tag; null where there is none, or it reads the same. */
export type SecondLabel = (label: string) => { text: string; lang: string } | null;

export const secondLabelKey: InjectionKey<SecondLabel> = Symbol('second label');

export const useSecondLabel = (): SecondLabel => inject(secondLabelKey, () => null);
