import { LOGGED_EVENTS } from '@shared/domain/activity/logged-events';

/** The page of the events that the program writes to the log of the system. */
export const eventsPage = (): string => {
  const rows = Object.entries(LOGGED_EVENTS).map(
    ([name, { id, level, messageId, en }]) =>
      `| ${id} | \`${name}\` | ${level} | \`${messageId}\` | ${en.meaning} | ${en.next} |`,
  );
  return [
    '# Events in the log of the system',
    '',
    'Made by `npm run reference` from `shared/domain/activity/logged-events.json`.',
    '',
    'The installed service writes each of these once: on Linux to the journal, on Windows to the application log under the source',
    "`Remote Service`. The ID is that of Windows; IDs below 16 are the service host's own (started, stopped, ended, not started,",
    'account changed). On Linux the message ID is in `MESSAGE_ID`, the name in `REMOTE_SERVICE_EVENT`, the number of the activity',
    'record in `REMOTE_SERVICE_RECORD`, and every detail in a field such as `REMOTE_SERVICE_REASON`. No secret is among them.',
    '',
    '```sh',
    'journalctl --catalog SYSLOG_IDENTIFIER=remote-service',
    `journalctl MESSAGE_ID=${LOGGED_EVENTS['connection-failed'].messageId} --output=json`,
    '```',
    '',
    '| ID | Event | Level | Message ID | Meaning | Next step |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};
