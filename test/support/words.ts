import { messages } from '@shared/i18n/en-gb/messages';
import { createTranslator } from '@shared/i18n/translator';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Params } from '@shared/errors/app-error';

/** The words of the program, as a page in British English shows them. */
export const say = createTranslator('en-GB', messages);

export const sentenceOf = (code: ErrorCode, params: Params = {}) => say(`error.${code}.sentence`, params);
export const nextStepOf = (code: ErrorCode, params: Params = {}) => say(`error.${code}.nextStep`, params);
