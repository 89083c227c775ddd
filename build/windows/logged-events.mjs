import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

const SEVERITIES = { information: 'Informational', warning: 'Warning', error: 'Error' };
const LANGUAGES = { en: 'English', de: 'German', it: 'Italian' };

/** The events that the program writes to the log of the system, by their names. */
export const loggedEvents = () =>
  JSON.parse(readFileSync(path.join(REPOSITORY, 'shared/domain/activity/logged-events.json'), 'utf8'));

const symbolOf = (name) => `MESSAGE_${name.replaceAll('-', '_').toUpperCase()}`;
/** A percent sign would begin a place for a text. */
const plain = (text) => text.replaceAll('%', '%%');

/** The messages in the form of windmc: meaning, what belongs to the event, next step. */
export function eventMessages(events = loggedEvents()) {
  const entries = Object.entries(events).map(([name, { id, level, ...texts }]) =>
    [
      `MessageId=0x${id.toString(16)}`,
      `Severity=${SEVERITIES[level]}`,
      `SymbolicName=${symbolOf(name)}`,
      ...Object.entries(LANGUAGES).map(
        ([language, title]) =>
          `Language=${title}\n${plain(texts[language].meaning)}\n%1\n${plain(texts[language].next)}\n.`,
      ),
      '',
    ].join('\n'),
  );
  return entries.join('\n');
}

/** The same names and numbers for the helper. */
export function eventsHeader(events = loggedEvents()) {
  const entries = Object.keys(events).map((name) => `EVENT("${name}", ${symbolOf(name)})`);
  return `#define LOGGED_EVENTS(EVENT) \\\n  ${entries.join(' \\\n  ')}\n`;
}
