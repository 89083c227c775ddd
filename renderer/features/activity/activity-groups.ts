import type { ActivityEntry, ActivityKind } from '@shared/domain/activity/activity';

export const ACTIVITY_GROUPS = [
  'all',
  'licence',
  'connection',
  'settings',
  'updates',
  'assistance',
  'service',
] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

const GROUP_OF: Record<ActivityKind, Exclude<ActivityGroup, 'all'>> = {
  'service-started': 'service',
  'service-stopped': 'service',
  'service-control': 'service',
  'settings-applied': 'settings',
  'settings-broken': 'settings',
  'policy-ignored': 'settings',
  connected: 'connection',
  'connection-failed': 'connection',
  'connection-disabled': 'connection',
  registered: 'connection',
  'registration-ended': 'connection',
  'licence-received': 'licence',
  'licence-refused': 'licence',
  'licence-changed': 'licence',
  'licence-installed': 'licence',
  'licence-install-failed': 'licence',
  'licence-rolled-back': 'licence',
  'licence-recovered': 'licence',
  'licence-imported': 'licence',
  'licence-file-imported': 'licence',
  'licence-restored': 'licence',
  'licence-file-saved': 'licence',
  'licence-request-made': 'licence',
  'key-set-renewed': 'licence',
  'key-set-refused': 'licence',
  'reread-done': 'licence',
  'reread-failed': 'licence',
  'expiry-notice': 'licence',
  'maintenance-notice': 'licence',
  'clock-suspect': 'service',
  'event-skipped': 'connection',
  announcement: 'licence',
  'try-again': 'service',
  'release-index-refused': 'updates',
  'release-offered': 'updates',
  'update-download-asked': 'updates',
  'update-paused': 'updates',
  'update-downloaded': 'updates',
  'update-refused': 'updates',
  'update-install-asked': 'updates',
  'update-installed': 'updates',
  'connection-checked': 'connection',
  'licence-marked-as-copied': 'licence',
  'licence-found-copied': 'licence',
  'entitlement-skipped': 'licence',
  'assistance-permitted': 'assistance',
  'assistance-forbidden': 'assistance',
  'assistance-permission-ended': 'assistance',
  'assistance-requested': 'assistance',
  'assistance-allowed': 'assistance',
  'assistance-denied': 'assistance',
  'assistance-no-answer': 'assistance',
  'assistance-refused': 'assistance',
  'assistance-withdrawn': 'assistance',
  'assistance-started': 'assistance',
  'assistance-widened': 'assistance',
  'assistance-extended': 'assistance',
  'assistance-ended': 'assistance',
  'assistance-report-refused': 'assistance',
};

/** The tone of events that need attention; neutral for all others. */
export const toneOfKind = (kind: ActivityKind): 'good' | 'warn' | 'neutral' => {
  if (/failed|refused|broken|suspect|rolled-back|ended|-notice/.test(kind)) return 'warn';
  return kind === 'connected' || kind === 'licence-installed' ? 'good' : 'neutral';
};

/** The entries of a group whose words contain the text, whatever its case. */
export const filterActivity = (
  entries: readonly ActivityEntry[],
  group: ActivityGroup,
  text: string,
  wordsOf: (entry: ActivityEntry) => string,
): readonly ActivityEntry[] => {
  const wanted = text.trim().toLowerCase();
  if (group === 'all' && wanted === '') return entries;
  return entries.filter(
    (entry) =>
      (group === 'all' || GROUP_OF[entry.kind] === group) &&
      (wanted === '' || wordsOf(entry).toLowerCase().includes(wanted)),
  );
};
