import type { ActivityDetail, ActivityEntry } from '@shared/domain/activity/activity';
import type { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { LicenceReason } from '@shared/domain/licence/format/licence-claims';
import { ERROR_CODES, type ErrorCode } from '@shared/errors/error-catalogue';
import { differenceLines } from '@shared/i18n/difference-lines';
import { computed } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { useErrorText } from '@renderer/support/failure/use-error-text';
import { useFormat } from '@renderer/support/format/use-format';

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isCode = (value: unknown): value is ErrorCode => typeof value === 'string' && CODES.has(value);

/** How a check of the connection ends. */
const VERDICTS = ['passed', 'failed', 'cancelled'] as const;

type Value = ActivityDetail[string];

/** The key of the text of a detail that is one of a few names; null for any other. */
const keyOf = (detail: string, value: string): string | null => {
  switch (detail) {
    case 'access':
      return `assistance.access.${value}`;
    case 'decision':
      return `assistance.answer.${value}`;
    case 'refusal':
      return `assistance.refusal.${value}`;
    case 'endedBy':
      return `assistance.ending.${value}`;
    default:
      return null;
  }
};

/** An entry of the record in words; what has no word of its own is shown as it was recorded. */
export const useActivityWords = () => {
  const { t, locale, hasText } = useTranslation();
  const format = useFormat();
  const { errorText } = useErrorText();

  const linesOf = (difference: LicenceDifference) => [
    ...(difference.reason === null ? [] : [t(`licenceDifference.reason.${difference.reason}`)]),
    ...differenceLines(difference, locale.value).map((line) => t(line.key, line.params)),
  ];
  const valueOf = (key: string, value: Value): string => {
    const verdict = key === 'outcome' ? VERDICTS.find((one) => one === value) : undefined;
    if (verdict !== undefined) return t(`connectionCheck.verdict.${verdict}`);
    if (isCode(value) && ['code', 'reason', 'failure'].includes(key)) return errorText(value).sentence;
    if (key === 'day' && typeof value === 'string' && DAY.test(value)) return format.day(value);
    if (typeof value === 'boolean') return t(`page.activity.${value ? 'yes' : 'no'}`);
    if (typeof value === 'number') return format.number(value);
    if (value === null) return '–';
    if (typeof value === 'object') return linesOf(value).join(' · ');
    const word = keyOf(key, value);
    if (word !== null && hasText(word)) return t(word);
    const reason = LicenceReason.safeParse(value);
    return reason.success ? t(`licenceDifference.reason.${reason.data}`) : value;
  };
  const summaryOf = ({ kind, detail }: ActivityEntry) => {
    const { name, sequence, day, outcome = null, technician, organisation, refusal, endedBy } = detail;
    const why = detail['code'] ?? detail['reason'];
    return [
      typeof name === 'string' ? name : [],
      typeof technician === 'string' && typeof organisation === 'string'
        ? `${technician}, ${organisation}`
        : [],
      typeof refusal === 'string' ? valueOf('refusal', refusal) : [],
      typeof endedBy === 'string' ? valueOf('endedBy', endedBy) : [],
      typeof sequence === 'number' ? t('page.activity.sequence', { sequence: format.number(sequence) }) : [],
      kind === 'connection-checked' ? valueOf('outcome', outcome) : [],
      typeof day === 'string' ? valueOf('day', day) : [],
      typeof why === 'string' ? valueOf('reason', why) : [],
    ]
      .flat()
      .join(' · ');
  };
  /** A search goes through thousands of entries at every letter, so their words are made once per language. */
  const memory = computed(() => ({ locale: locale.value, words: new WeakMap<ActivityEntry, string>() }));
  const remember = (entry: ActivityEntry, make: (entry: ActivityEntry) => string) => {
    const { words } = memory.value;
    const known = words.get(entry) ?? make(entry);
    words.set(entry, known);
    return known;
  };
  // A recorded name is not ours to trust as a path into the texts.
  const labelOf = (key: string) => {
    const label = `page.activity.detail.${key}`;
    return /^[a-z]+$/i.test(key) && !(key in Object.prototype) && hasText(label) ? t(label) : key;
  };
  const titleOf = ({ kind }: ActivityEntry) => t(`activity.kind.${kind}`);
  const searchedOf = (entry: ActivityEntry) =>
    [
      titleOf(entry),
      t(`activity.actor.${entry.actor}`),
      summaryOf(entry),
      Object.entries(entry.detail)
        .map(([key, value]) => (typeof value === 'object' ? valueOf(key, value) : value))
        .join(' '),
    ].join(' ');
  return {
    titleOf,
    summaryOf,
    detailOf: (entry: ActivityEntry) =>
      Object.entries(entry.detail).map(([key, value]) => ({
        key,
        label: labelOf(key),
        value: valueOf(key, value),
        note: isCode(value) ? value : undefined,
      })),
    wordsOf: (entry: ActivityEntry) => remember(entry, searchedOf),
  };
};
