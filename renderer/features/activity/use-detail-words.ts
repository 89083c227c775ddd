import type { ActivityDetail } from '@shared/domain/activity/activity';
import type { LicenceDifference } from '@shared/domain/licence/licence-difference';
import { LicenceReason } from '@shared/domain/licence/format/licence-claims';
import { ERROR_CODES, type ErrorCode } from '@shared/errors/error-catalogue';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { CONTROL_IDS, type ControlId } from '@shared/domain/settings/control-numbers';
import { differenceLines } from '@shared/i18n/difference-lines';
import { useTranslation } from '@renderer/i18n/use-translation';
import { useErrorText } from '@renderer/support/failure/use-error-text';
import { useFormat } from '@renderer/support/format/use-format';

const CONTROLS: ReadonlySet<string> = new Set(CONTROL_IDS);
const isControlId = (key: string): key is ControlId => CONTROLS.has(key);

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && CODES.has(value);

/** How a check of the connection ends. */
const VERDICTS = ['passed', 'failed', 'cancelled'] as const;

type Value = ActivityDetail[string];

/** The key of the text of a detail that is one of a few names; null for any other. */
const keyOf = (detail: string, value: string): string | null => {
  switch (detail) {
    case 'action':
      return `service.${value}`;
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

/** Recorded as the keys of settings, one behind the other. */
const LISTS_OF_SETTINGS = ['changed', 'locked'];

/** A value of an entry in words, numbers and dates of the language; what has no word of its own stays as it was recorded. */
export const useDetailWords = () => {
  const { t, locale, hasText } = useTranslation();
  const format = useFormat();
  const { errorText } = useErrorText();

  const linesOf = (difference: LicenceDifference) => [
    ...(difference.reason === null ? [] : [t(`licenceDifference.reason.${difference.reason}`)]),
    ...differenceLines(difference, locale.value).map((line) => t(line.key, line.params)),
  ];
  const labelOf = (key: string) => (isControlId(key) ? t(CONTROL_LABELS[key]) : key);
  const valueOf = (key: string, value: Value): string => {
    const verdict = key === 'outcome' ? VERDICTS.find((one) => one === value) : undefined;
    if (verdict !== undefined) return t(`connectionCheck.verdict.${verdict}`);
    if (isErrorCode(value) && ['code', 'reason', 'failure'].includes(key)) return errorText(value).sentence;
    if (key === 'day' && typeof value === 'string' && DAY.test(value)) return format.day(value);
    if (typeof value === 'boolean') return t(`page.activity.${value ? 'yes' : 'no'}`);
    if (typeof value === 'number') return format.number(value);
    if (value === null) return '–';
    if (typeof value === 'object') return linesOf(value).join(' · ');
    if (LISTS_OF_SETTINGS.includes(key)) return value.split(', ').map(labelOf).join(', ');
    const word = keyOf(key, value);
    if (word !== null && hasText(word)) return t(word);
    const reason = LicenceReason.safeParse(value);
    return reason.success ? t(`licenceDifference.reason.${reason.data}`) : value;
  };
  return { valueOf };
};
