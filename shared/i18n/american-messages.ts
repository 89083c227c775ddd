import { inAmericanSpelling } from './american-spelling';
import british from './locales/en-GB.json' with { type: 'json' };

/** Every text of the program in American English: the British ones, spelt as in the United States. */
export const americanMessages = inAmericanSpelling(british);
