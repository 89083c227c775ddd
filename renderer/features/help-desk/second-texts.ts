import type { Locale } from '@shared/i18n/locales';
import { messages } from '@shared/i18n/messages';

/** Every text of one language with the same text of another; where a text has several places, the first counts. */
export const secondTexts = (first: Locale, second: Locale): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const walk = (mine: unknown, theirs: unknown) => {
    if (typeof mine === 'string') {
      if (typeof theirs === 'string' && !found.has(mine)) found.set(mine, theirs);
    } else if (typeof mine === 'object' && mine !== null) {
      for (const [key, value] of Object.entries(mine)) {
        walk(value, (theirs as Record<string, unknown> | undefined)?.[key]);
      }
    }
  };
  const { page, control, connectionCheck, component, shell } = messages[first];
  const other = messages[second];
  walk(control, other.control);
  walk(page, other.page);
  walk(connectionCheck, other.connectionCheck);
  walk(component, other.component);
  walk(shell, other.shell);
  return found;
};
