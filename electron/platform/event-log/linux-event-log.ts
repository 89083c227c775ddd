import { LOGGED_EVENTS, type LoggedEvent } from '@shared/domain/activity/logged-events';
import { linuxCall, type RunProgram } from '../programs';
import { oneLine, type EventFields, type EventLog } from './event-log';

/** As syslog counts them. */
const PRIORITIES = { information: 6, warning: 4, error: 3 } as const;

const IDENTIFIER = 'remote-service';
const LONGEST_NAME = 40;

/** `requestId` as the journal writes a name: capitals, digits and underscores. */
const fieldName = (name: string) =>
  `REMOTE_SERVICE_${name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9_]/g, '_')
    .slice(0, LONGEST_NAME)
    .toUpperCase()}`;

/** The entry in the form that `logger --journald` reads: a field a line. */
const journalEntry = (event: LoggedEvent, fields: EventFields): string => {
  const { messageId, level, en } = LOGGED_EVENTS[event];
  const known = Object.entries(fields).map(([name, value]) => [name, oneLine(value)] as const);
  const details = known.map(([name, value]) => `${name}: ${value}`).join(', ');
  const lines = [
    `MESSAGE=${en.meaning}${details === '' ? '' : ` ${details}`}`,
    `MESSAGE_ID=${messageId}`,
    `PRIORITY=${PRIORITIES[level]}`,
    `SYSLOG_IDENTIFIER=${IDENTIFIER}`,
    `REMOTE_SERVICE_EVENT=${event}`,
    ...known.map(([name, value]) => `${fieldName(name)}=${value}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
};

/** Node has no datagram sockets of Unix; util-linux, which the packages need anyway, has a program that writes to the journal. */
export const createLinuxEventLog = (run: RunProgram): EventLog => ({
  write: async (event, fields) => {
    const call = { ...linuxCall('logger', ['--journald']), input: journalEntry(event, fields) };
    return (await run(call)).code === 0;
  },
});
