import type { AssistanceAsk } from '@shared/domain/assistance';
import type { Locale } from './locales';
import { createTranslator } from './translator';

/** What a person is told before answering; the record of the answer holds the same text. */
export const noticeOf = ({ access, technician, organisation }: AssistanceAsk, locale: Locale): string =>
  createTranslator(locale)(`assistance.notice.${access}`, { technician, organisation });
