import { errorWords } from '@shared/i18n/error-words';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { createTranslator } from '@shared/i18n/translator';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Params } from '@shared/errors/app-error';

/** The words of the program, as a page in British English shows them. */
export const say = createTranslator('en-GB', messages);

export const sentenceOf = (code: ErrorCode, params: Params = {}) => errorWords(code, say, params).sentence;
export const nextStepOf = (code: ErrorCode, params: Params = {}) => errorWords(code, say, params).nextStep;
