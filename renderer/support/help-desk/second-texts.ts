import { resolveValue } from '@intlify/core-base';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import type { Messages } from '@shared/i18n/messages';

/** Every text of one language with the same text of another; where a text has several places, the first counts. */
export const secondTexts = (first: Messages, second: Messages): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const note = (mine: unknown, theirs: unknown) => {
    if (typeof mine === 'string' && typeof theirs === 'string' && !found.has(mine)) found.set(mine, theirs);
  };
  const walk = (mine: unknown, theirs: unknown) => {
    if (typeof mine === 'string') note(mine, theirs);
    else if (typeof mine === 'object' && mine !== null) {
      for (const [key, value] of Object.entries(mine)) {
        walk(value, (theirs as Record<string, unknown> | undefined)?.[key]);
      }
    }
  };
  for (const key of Object.values(CONTROL_LABELS)) note(resolveValue(first, key), resolveValue(second, key));
  walk(first, second);
  return found;
};
