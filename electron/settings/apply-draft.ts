import { AppError } from '@shared/errors/app-error';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import {
  Settings,
  type LicenceServerDraft,
  type SecretChange,
  type SettingsDraft,
} from '@shared/domain/settings/settings';

export interface DraftTools {
  seal: (value: string) => Promise<string>;
  newId: () => string;
}

const applySecret = (change: SecretChange, saved: string | null, seal: DraftTools['seal']) => {
  if (change.action === 'set') return seal(change.value);
  return Promise.resolve(change.action === 'keep' ? saved : null);
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
  draft: SettingsDraft,
  saved: Settings,
  tools: DraftTools,
): Promise<Settings> => {
  const { remoteService, proxy } = draft;
  const { verificationCode } = remoteService;
  const code =
    verificationCode.action === 'set'
      ? { ...verificationCode, value: verificationCode.value.trim() }
      : verificationCode;
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
