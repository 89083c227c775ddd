import { CONTROL_IDS } from '@shared/domain/settings/control-numbers';
import { draftOf } from '@shared/domain/settings/settings';
import { valueAt, type SettingKey } from '@shared/domain/settings/setting-keys';
import type { SettingsProblem } from '@shared/domain/settings/settings-check';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { CONTROL_LABELS } from '@shared/i18n/control-labels';
import { computed, inject, provide, reactive, ref, watch, type InjectionKey } from 'vue';
import { useTranslation } from '@renderer/i18n/use-translation';
import { useSettingsStore } from '@renderer/stores/settings-store';
import { useStatusStore } from '@renderer/stores/status-store';
import { useErrorText } from '@renderer/support/failure/use-error-text';

const rowOf = (path: string) => /^licenceServers\.(\d+)/.exec(path)?.[1];

/** The id of the control that a problem is put right with: a field's settings key, or the row's of a licence server. */
const isCertificate = (path: string) => path.startsWith('certificates.');
const controlOf = ({ path }: SettingsProblem) => {
  if (isCertificate(path)) return 'certificates';
  const row = rowOf(path);
  return row === undefined ? path : `licenceServers.${row}`;
};

/** The fields whose value the other side has refused, by the reason of the failed connection. */
const REFUSED_FIELDS: Partial<Record<ErrorCode, SettingKey>> = {
  'organisation-unknown': 'remoteService.serviceOrganisationId',
  'verification-code-wrong': 'remoteService.verificationCode',
  'proxy-login-required': 'proxy.authentication.enabled',
  'proxy-login-refused': 'proxy.authentication.password',
  'proxy-unreachable': 'proxy.url',
  'proxy-name-not-found': 'proxy.url',
};

const createSettingsForm = () => {
  const { t } = useTranslation();
  const { errorLine, errorText } = useErrorText();
  const store = useSettingsStore();
  const status = useStatusStore();
  const left = reactive(new Set<string>());
  const isAttempted = ref(false);

  // An error is shown when its field was left, or when saving was tried; not while it is being filled in.
  watch(
    () => store.state?.revision,
    () => {
      left.clear();
      isAttempted.value = false;
      for (const { path } of store.problems) left.add(path);
    },
    { immediate: true },
  );
  const shown = computed(() => store.problems.filter(({ path }) => isAttempted.value || left.has(path)));
  const labelOf = (problem: SettingsProblem) => {
    const row = rowOf(problem.path);
    const control = CONTROL_IDS.find((id) => id === problem.path);
    if (control !== undefined) return t(CONTROL_LABELS[control]);
    if (isCertificate(problem.path)) return t('page.remoteService.certificates.title');
    if (row === undefined) return problem.path;
    const name = store.draft?.licenceServers[Number(row)]?.name.trim() ?? '';
    return name === '' ? t('page.remoteService.licenceServers.title') : name;
  };
  const errorFor = (problem: SettingsProblem | undefined) =>
    problem === undefined ? undefined : errorLine(problem.code, problem.params);

  /** What was refused is marked until something else is entered. */
  const refusalOf = (path: string) => {
    const { reason = null, params } = status.status?.connection ?? {};
    const key = reason === null ? undefined : REFUSED_FIELDS[reason];
    if (reason === null || key !== path || store.draft === null || store.state === null) return undefined;
    const saved = draftOf(store.state.settings);
    const isTouched = JSON.stringify(valueAt(store.draft, key)) !== JSON.stringify(valueAt(saved, key));
    return isTouched ? undefined : errorText(reason, params).sentence;
  };

  return {
    leave: (path: string) => void left.add(path),
    attempt: () => (isAttempted.value = true),
    errorOf: (path: string) =>
      errorFor(shown.value.find((problem) => problem.path === path)) ?? refusalOf(path),
    /** A row's problem is always shown: the row is finished when it stands in the table. */
    rowError: (index: number) =>
      errorFor(store.problems.find(({ path }) => path.startsWith(`licenceServers.${index}.`))),
    summary: computed(() => {
      if (!isAttempted.value) return [];
      const byControl = new Map(shown.value.map((problem) => [controlOf(problem), labelOf(problem)]));
      return [...byControl].map(([id, label]) => ({ id, label }));
    }),
  };
};
export type SettingsForm = ReturnType<typeof createSettingsForm>;

const formKey: InjectionKey<SettingsForm> = Symbol('settings form');

/** Makes the form of a page and hands it down to its sections. */
export const provideSettingsForm = (): SettingsForm => {
  const form = createSettingsForm();
  provide(formKey, form);
  return form;
};

/** Null on a page whose settings count at once. */
export const useOptionalSettingsForm = (): SettingsForm | null => inject(formKey, null);

export const useSettingsForm = (): SettingsForm => {
  const form = useOptionalSettingsForm();
  if (form === null) throw new Error('No settings form was provided');
  return form;
};
