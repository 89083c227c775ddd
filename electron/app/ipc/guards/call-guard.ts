import { isForWindow, type WindowKind } from '@shared/contract/page/window-calls';
import { CALLS_WITHOUT_PERSON } from './calls-without-person';
import type { InputSource, PersonActs } from './person-acts';
import { isTrusted, type Sender } from './trusted-sender';

interface CallGuardParts<Contents extends InputSource> {
  /** Which of our windows these contents belong to; null for none. */
  kindOf: (contents: Contents) => WindowKind | null;
  acts: PersonActs<Contents>;
  /**
   * Since when, by the clock of `acts`, an answer given in the window of a request counts; null while that window is not
   * in front of a person.
   */
  answersCountFrom: () => number | null;
  /** Asks the person in a dialog of the system whether it was they; false where nobody is to be asked for this call. */
  askPerson: (channel: string) => Promise<boolean>;
}

export type Verdict = 'may' | 'untrusted-sender' | 'person-needed';

/** Whether a call of a page counts: from a window that has it, and with a person behind it where it takes one. */
export const createCallGuard =
  <Contents extends InputSource>({ kindOf, acts, answersCountFrom, askPerson }: CallGuardParts<Contents>) =>
  async (event: Sender<Contents>, channel: string): Promise<Verdict> => {
    const kind = kindOf(event.sender);
    if (kind === null || !isTrusted(event, () => true) || !isForWindow(kind, channel))
      return 'untrusted-sender';
    if (CALLS_WITHOUT_PERSON.has(channel)) return 'may';
    if (kind === 'request') {
      const [from, last] = [answersCountFrom(), acts.lastOf(event.sender)];
      return from !== null && last !== null && last >= from && acts.isRecent(event.sender)
        ? 'may'
        : 'person-needed';
    }
    return acts.isRecent(event.sender) || (await askPerson(channel)) ? 'may' : 'person-needed';
  };
