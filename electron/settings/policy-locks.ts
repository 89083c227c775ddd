import type { PolicyState } from '@shared/domain/settings/policy';
import {
  draftOf,
  viewOf,
  type SealedSettingsDraft,
  type SettingsDraft,
  type SettingsView,
} from '@shared/domain/settings/settings';
import type { SettingsProblem } from '@shared/domain/settings/settings-check';
import { valueAt, withValueAt } from '@shared/domain/settings/setting-keys';
import type { SettingsReading } from './settings-file';

interface Under {
  settings: SettingsView | SettingsReading['settings'];
  policy: PolicyState | null;
}

type AnyDraft = SettingsDraft | SealedSettingsDraft;

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The changes of a draft that the policy locks. */
export const policyProblems = (draft: AnyDraft, { settings, policy }: Under): SettingsProblem[] =>
  (policy?.locked ?? [])
    .filter((key) => !isSame(valueAt(draft, key), valueAt(settings, key)))
    .map((path) => ({ path, code: 'setting-locked', params: { by: policy?.lockedBy ?? '' } }));

/** The draft with the operator's own values in place of locked ones: those are kept for the day the policy goes. */
export const withoutLockedSettings = <D extends AnyDraft>(draft: D, { own, policy }: SettingsReading): D => {
  const kept = draftOf(viewOf(own));
  return (policy?.locked ?? []).reduce(
    (result, key) => withValueAt(result, key, valueAt(kept, key)) as unknown as D,
    draft,
  );
};
