import type { ActivityKind } from './activity';
import catalogue from './logged-events.json';

type EventWords = Readonly<{ meaning: string; next: string }>;

/** What the log of the system is told: an event that is worth an alert. */
export type LoggedEvent = keyof typeof catalogue;

interface LoggedEventFacts {
  /** The event ID on Windows, which never changes its meaning; those below 16 are the service host's. */
  id: number;
  level: 'information' | 'warning' | 'error';
  /** MESSAGE_ID in the journal, 32 hexadecimal digits. */
  messageId: string;
  en: EventWords;
}

/** The journal's catalogue, the message table of the service host and the reference are made of the same file. */
export const LOGGED_EVENTS = catalogue as Readonly<Record<LoggedEvent, LoggedEventFacts>>;

const isLogged = (kind: string): kind is LoggedEvent => Object.hasOwn(catalogue, kind);

/** The event that an activity is for the log of the system; null for one that concerns nobody but the readers of the page. */
export const loggedEventOf = (kind: ActivityKind): LoggedEvent | null => (isLogged(kind) ? kind : null);
