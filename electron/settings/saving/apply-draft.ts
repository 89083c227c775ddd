import { AppError } from '@shared/errors/app-error';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import {
  Settings,
  type LicenceServerDraft,
  type SealedSecretChange,
  type SealedSettingsDraft,
  type SecretChange,
  type SettingsDraft,
} from '@shared/domain/settings/settings';

export interface DraftTools {
  seal: (value: string) => Promise<string>;
  newId: () => string;
}

type AnySecretChange = SecretChange | SealedSecretChange;

const applySecret = (change: AnySecretChange, saved: string | null, seal: DraftTools['seal']) => {
  if (change.action === 'set') return 'sealed' in change ? change.sealed : seal(change.value);
  return change.action === 'keep' ? saved : null;
};

/** A verification code is trimmed, as it was copied from a letter; before it is sealed, for nobody can afterwards. */
const trimmed = (change: AnySecretChange): AnySecretChange =>
  'value' in change ? { ...change, value: change.value.trim() } : change;

/** The draft as it may leave this process: its secrets are sealed. */
export const sealDraft = async (
  draft: SettingsDraft,
  seal: DraftTools['seal'],
): Promise<SealedSettingsDraft> => {
  const sealed = async (change: AnySecretChange): Promise<SealedSecretChange> =>
    'value' in change ? { action: 'set', sealed: await seal(change.value) } : change;
  const { remoteService, proxy } = draft;
  const { authentication } = proxy;
  return {
    ...draft,
    remoteService: {
      ...remoteService,
      verificationCode: await sealed(trimmed(remoteService.verificationCode)),
    },
    proxy: {
      ...proxy,
      authentication: { ...authentication, password: await sealed(authentication.password) },
    },
  };
};

/** A row keeps its id; one that is new, or has the id of a row before it, gets its own. */
const applyServers = (drafts: LicenceServerDraft[], saved: Settings, newId: () => string) => {
  const free = new Set(saved.licenceServers.map((server) => server.id));
  return drafts.map((draft) => ({
    ...draft,
    id: draft.id !== null && free.delete(draft.id) ? draft.id : newId(),
    name: draft.name.trim(),
    path: draft.path.trim(),
    host: draft.host.trim(),
    ports: draft.ports.trim(),
    hostId: draft.hostId.trim(),
  }));
};

/**
 * Makes the settings that a draft asks for: texts trimmed, the proxy in its one form, secrets sealed, ids given. The
 * draft has passed `checkDraft`; throws `settings-invalid` when it is still no valid file.
 */
export const applyDraft = async (
  draft: SettingsDraft | SealedSettingsDraft,
  saved: Settings,
  tools: DraftTools,
): Promise<Settings> => {
  const { remoteService, proxy } = draft;
  const code = trimmed(remoteService.verificationCode);
  const result = Settings.safeParse({
    ...draft,
    remoteService: {
      ...remoteService,
      serviceOrganisationId: remoteService.serviceOrganisationId.trim(),
      verificationCode: await applySecret(code, saved.remoteService.verificationCode, tools.seal),
    },
    proxy: {
      ...proxy,
      url: normaliseProxyUrl(proxy.url) ?? '',
      authentication: {
        ...proxy.authentication,
        domain: proxy.authentication.domain.trim(),
        userName: proxy.authentication.userName.trim(),
        password: await applySecret(
          proxy.authentication.password,
          saved.proxy.authentication.password,
          tools.seal,
        ),
      },
    },
    licenceServers: applyServers(draft.licenceServers, saved, tools.newId),
  });
  if (!result.success) throw new AppError('settings-invalid', {}, result.error);
  return result.data;
};
