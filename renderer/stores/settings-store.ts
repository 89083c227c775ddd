import { checkDraft, type SettingsCheck, type SettingsProblem } from '@shared/domain/settings/settings-check';
import { draftOf, type SettingsDraft } from '@shared/domain/settings/settings';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { Failure } from '@shared/contract/define';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { answered, useClient } from '@renderer/bridge/client';
import { rebaseDraft } from './rebase-draft';
import { useFactsStore } from './facts-store';

const UNCHANGED: SettingsCheck = { problems: [], consequences: [], isChanged: false };

// Settings are plain JSON, and a clone of a reactive object cannot cross to the app.
const copyOf = <T>(settings: T): T => JSON.parse(JSON.stringify(settings)) as T;

/** How a save ended: `refused` leaves problems, `failed` leaves a failure, both keep the draft. */
export type SaveOutcome = 'saved' | 'refused' | 'failed';

/** The settings as they are, and a draft of them: read, edit, check, save, read again. */
export const useSettingsStore = defineStore('settings', () => {
  const client = useClient();
  const facts = useFactsStore();
  const state = shallowRef<SettingsState | null>(null);
  const draft = ref<SettingsDraft | null>(null);
  /** Settings that came from elsewhere while a draft was open: the person decides. */
  const incoming = shallowRef<SettingsState | null>(null);
  const failure = shallowRef<Failure | null>(null);
  const refusals = shallowRef<readonly SettingsProblem[]>([]);
  const isSaving = ref(false);

  const check = computed<SettingsCheck>(() =>
    draft.value === null || state.value === null
      ? UNCHANGED
      : checkDraft(draft.value, state.value.settings, facts.facts?.pathStyle ?? 'posix'),
  );
  const isChanged = computed(() => check.value.isChanged);
  const problems = computed(() => [...check.value.problems, ...refusals.value]);
  watch(draft, () => (refusals.value = []), { deep: true });

  const take = (next: SettingsState) => {
    state.value = next;
    draft.value = draftOf(copyOf(next.settings));
    incoming.value = null;
    failure.value = null;
  };

  const accept = (next: SettingsState) => {
    if (next.revision === state.value?.revision && !isSaving.value) {
      state.value = next;
      return;
    }
    if (isSaving.value || isChanged.value) incoming.value = next;
    else take(next);
  };

  const read = async () => {
    const reply = await answered(client.settings.read());
    if (reply.ok) accept(reply.value);
    else failure.value = reply.error;
  };

  const start = () => {
    const stop = client.settings.changed(accept);
    void read();
    return stop;
  };

  const send = async (revision: string, asked: SettingsDraft): Promise<SaveOutcome> => {
    const reply = await answered(client.settings.save({ revision, draft: asked }));
    if (!reply.ok) {
      failure.value = reply.error;
      return 'failed';
    }
    if (!reply.value.saved) {
      refusals.value = reply.value.problems;
      return 'refused';
    }
    const { revision: told } = incoming.value ?? reply.value.state;
    take(reply.value.state);
    // Someone else changed them between our save and its answer.
    if (told !== reply.value.state.revision) void read();
    return 'saved';
  };

  /** A save from an outdated draft is no failure to be told, but a question: take theirs, or go on. */
  const askAgainWhenOvertaken = async () => {
    if (failure.value?.code !== 'settings-changed-meanwhile') return;
    const now = await answered(client.settings.read());
    if (now.ok) incoming.value = now.value;
    failure.value = now.ok ? null : now.error;
  };

  const save = async (): Promise<SaveOutcome> => {
    if (draft.value === null || state.value === null || isSaving.value) return 'refused';
    isSaving.value = true;
    failure.value = null;
    const outcome = await send(state.value.revision, copyOf(draft.value));
    isSaving.value = false;
    if (outcome === 'failed') await askAgainWhenOvertaken();
    return outcome;
  };

  const failureOf = (outcome: SaveOutcome): Failure | null => {
    const [refusal] = refusals.value;
    const told = failure.value;
    if (outcome === 'failed') failure.value = null;
    if (outcome !== 'refused' || refusal === undefined) return outcome === 'failed' ? told : null;
    refusals.value = [];
    return { code: refusal.code, params: refusal.params, ref: '' };
  };

  /** Changes and saves at once, beside the draft, which is kept. Gives what was in the way. */
  const change = async (edit: (draft: SettingsDraft) => SettingsDraft): Promise<Failure | null> => {
    if (state.value === null) return null;
    const { revision, settings } = state.value;
    const begun = isChanged.value ? copyOf(draft.value) : null;
    isSaving.value = true;
    const outcome = await send(revision, edit(draftOf(copyOf(settings))));
    isSaving.value = false;
    if (outcome === 'saved' && begun !== null) {
      draft.value = rebaseDraft(begun, settings, copyOf(state.value.settings));
    }
    return failureOf(outcome);
  };

  const cancel = () => {
    const current = incoming.value ?? state.value;
    if (current !== null) take(current);
  };

  /** Goes on with the draft, on top of what was changed elsewhere. */
  const keepEditing = () => {
    if (draft.value === null || state.value === null || incoming.value === null) return;
    const { settings } = incoming.value;
    draft.value = rebaseDraft(copyOf(draft.value), state.value.settings, copyOf(settings));
    state.value = incoming.value;
    incoming.value = null;
  };

  return {
    state,
    draft,
    incoming,
    failure,
    isSaving,
    isChanged,
    problems,
    consequences: computed(() => check.value.consequences),
    start,
    read,
    save,
    change,
    cancel,
    takeIncoming: cancel,
    keepEditing,
  };
});
