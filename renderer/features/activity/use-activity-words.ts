import type { ActivityEntry } from '@shared/domain/activity/activity';
import { computed } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { useFormat } from '@renderer/support/format/use-format';
import { isErrorCode, useDetailWords } from './use-detail-words';

/** What an entry is about, in a few words beside its title. */
const useSummary = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { valueOf } = useDetailWords();
  return ({ kind, detail }: ActivityEntry) => {
    const {
      name,
      sequence,
      day,
      outcome = null,
      technician,
      organisation,
      refusal,
      endedBy,
      action,
    } = detail;
    const why = detail['code'] ?? detail['reason'];
    return [
      typeof action === 'string' ? valueOf('action', action) : [],
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
};

/** An entry of the record in words; what has no word of its own is shown as it was recorded. */
export const useActivityWords = () => {
  const { t, locale, hasText } = useTranslation();
  const { valueOf } = useDetailWords();

  const summaryOf = useSummary();
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
        note: isErrorCode(value) ? value : undefined,
      })),
    wordsOf: (entry: ActivityEntry) => remember(entry, searchedOf),
  };
};
