import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { complaintOf, type Answer } from './command-answer';
import type { CommandContext } from './command-context';
import { EXIT, exitCodeOf } from './exit-codes';

/** What became of a licence file that was put in place on one licence server, with the code that says so. */
export const placementAnswer = (
  { translate }: Pick<CommandContext, 'translate'>,
  { outcome, line, word }: LicencePlacement,
  { json, text }: { json: object; text: string },
): Answer => {
  const isDone = outcome === 'ok' || outcome === 'unchanged';
  const params = line === null ? {} : { line, word: word ?? '' };
  return {
    exitCode: isDone ? EXIT.done : exitCodeOf(outcome),
    json: { outcome, line, word, ...json },
    text: isDone ? text : '',
    complaint: isDone ? '' : complaintOf(translate, outcome, params),
  };
};
