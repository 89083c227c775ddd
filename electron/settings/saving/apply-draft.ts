import { AppError } from '@shared/errors/app-error';
import { cleanCopied } from '@shared/domain/text/copied-text';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import { normaliseScriptUrl } from '@shared/domain/settings/script-url';
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

/** A verification code is cleaned, as it was copied from a letter; before it is sealed, for nobody can afterwards. */
const cleaned = (change: AnySecretChange): AnySecretChange =>
  'value' in change ? { ...change, value: cleanCopied(change.value) } : change;

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
      verificationCode: await sealed(cleaned(remoteService.verificationCode)),
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
    name: cleanCopied(draft.name),
    path: draft.path.trim(),
    host: cleanCopied(draft.host),
    ports: cleanCopied(draft.ports),
    hostId: cleanCopied(draft.hostId),
  }));
};

/**
 * Makes the settings that a draft asks for: texts cleaned, the proxy in its one form, secrets sealed, ids given. The
 * draft has passed `checkDraft`; throws `settings-invalid` when it is still no valid file.
 */
export const applyDraft = async (
  draft: SettingsDraft | SealedSettingsDraft,
  saved: Settings,
  tools: DraftTools,
): Promise<Settings> => {
  const { remoteService, proxy } = draft;
  const code = cleaned(remoteService.verificationCode);
  const result = Settings.safeParse({
    ...draft,
    remoteService: {
      ...remoteService,
      serviceOrganisationId: cleanCopied(remoteService.serviceOrganisationId),
      verificationCode: await applySecret(code, saved.remoteService.verificationCode, tools.seal),
    },
    proxy: {
      ...proxy,
      url: normaliseProxyUrl(proxy.url) ?? '',
      scriptUrl: normaliseScriptUrl(proxy.scriptUrl) ?? '',
      authentication: {
        ...proxy.authentication,
        domain: cleanCopied(proxy.authentication.domain),
        userName: cleanCopied(proxy.authentication.userName),
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
