import { ERROR_GROUPS, ERRORS, exitCodeOf, type ErrorCode } from '@shared/errors/error-catalogue';
import type { Messages } from '@shared/i18n/messages';
import { code, page, table } from './markdown';

type Texts = Record<string, { sentence: string; nextStep: string }>;

const row = (error: ErrorCode, texts: Texts) => {
  const { sentence = '', nextStep = '' } = texts[error] ?? {};
  return [code(error), ERRORS[error].class, String(exitCodeOf(error)), sentence, nextStep];
};

/** Every failure with what a client may do about it, the exit code of a command, and its texts as they are stored. */
export const errorsPage = (messages: Messages) => {
  const groups = Object.entries(ERROR_GROUPS).flatMap(([group, codes]) => [
    `## ${group}`,
    table(
      ['Code', 'Class', 'Exit code', 'Sentence', 'Next step'],
      (Object.keys(codes) as ErrorCode[]).map((error) =>
        row(error, messages.error[group as keyof typeof ERROR_GROUPS] as Texts),
      ),
    ),
  ]);
  return page(
    '# Errors',
    'Made by `npm run reference` from `shared/errors/error-catalogue.ts` and the British English texts.',
    'Class: `retry` = the program tries again by itself, `wait-for-user` = a person has to change something, `stop` = the back office has ended it, `refused` = this one request is refused. A name in braces stands for a value.',
    ...groups,
  );
};
