import { messages as british } from '../en-gb/messages';
import type { Messages } from '../messages';
import { inAmericanSpelling } from './american-spelling';

const derive = (node: unknown): unknown => {
  if (typeof node === 'string') return inAmericanSpelling(node);
  return Object.fromEntries(Object.entries(node as object).map(([key, child]) => [key, derive(child)]));
};

/** Every text of the program in American English: the British ones, spelt as in the United States. */
export const messages = derive(british) as Messages;
