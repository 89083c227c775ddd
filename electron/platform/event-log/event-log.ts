import type { LoggedEvent } from '@shared/domain/activity/logged-events';

/** What belongs to an event, by names such as `requestId`. */
export type EventFields = Readonly<Record<string, string>>;

export interface EventLog {
  /** Whether the system has taken it; never throws. */
  write(event: LoggedEvent, fields: EventFields): Promise<boolean>;
}

/** A value as it stands in a line: a log of lines must not get a second one from outside. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
