import type { AssistanceAsk, AssistanceRecord } from '@shared/domain/assistance/assistance';
import type { Translate } from './translator';

/** The notice shown before the answer; the record of the answer holds the same text. */
export const noticeOf = ({ access, technician, organisation }: AssistanceAsk, translate: Translate): string =>
  translate(`assistance.notice.${access}`, { technician, organisation });

/** `1:05` or `1:01:05` for a number of seconds. */
export const clockText = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** How long a session lasted, in seconds; null where there was none. */
export const secondsOf = ({ startedAt, endedAt }: AssistanceRecord): number | null =>
  startedAt === null || endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;

export const HISTORY_COLUMNS = [
  'requestedAt',
  'technician',
  'organisation',
  'ticket',
  'reason',
  'access',
  'answer',
  'answeredBy',
  'startedAt',
  'endedAt',
  'endedBy',
  'duration',
] as const;
type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

/** The history as a table of texts, headings first; times as they are recorded. */
export const historyRows = (records: readonly AssistanceRecord[], translate: Translate): string[][] => {
  const wordOf = (record: AssistanceRecord, column: HistoryColumn): string => {
    if (column === 'duration') {
      const seconds = secondsOf(record);
      return seconds === null ? '' : clockText(seconds);
    }
    const { access, answer, endedBy } = record;
    if (column === 'access') return translate(`assistance.access.${access}`);
    if (column === 'answer') return translate(`assistance.answer.${answer}`);
    if (column === 'endedBy' && endedBy !== null) return translate(`assistance.ending.${endedBy}`);
    return record[column] ?? '';
  };
  return [
    HISTORY_COLUMNS.map((column) => translate(`assistance.history.${column}`)),
    ...records.map((record) => HISTORY_COLUMNS.map((column) => wordOf(record, column))),
  ];
};
