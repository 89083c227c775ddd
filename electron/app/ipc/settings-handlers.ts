import { dialog, type BrowserWindow } from 'electron';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { describeCertificate } from '@electron/settings/authority-certificate';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';
import { chooseCertificates } from './choose-certificates';
import type { OwnHandlers } from './pass-on';

interface Parts {
  settings: SettingsRepository;
  service: () => ServiceClient;
  window: () => BrowserWindow | null;
}

const chooseFolder = async (window: BrowserWindow | null) => {
  const options = {
    properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[],
  };
  const chosen = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return { folder: chosen.canceled ? null : (chosen.filePaths[0] ?? null) };
};

const reloadQuietly = async (service: () => ServiceClient) => {
  try {
    await service().settings.reload();
  } catch {
    // Saved all the same: a service that does not run reads the file when it starts.
  }
};

/** Reads and saves the settings, and shows the dialogs in which a person chooses what goes into them. */
export const createSettingsHandlers = ({ settings, service, window }: Parts): OwnHandlers['settings'] => ({
  read: () => settings.read(),
  check: (draft) => settings.check(draft),
  save: async ({ revision, draft }) => {
    const result = await settings.save(revision, draft);
    // The service watches the file too; asking it makes the change count before the page is told.
    if (result.saved) await reloadQuietly(service);
    return result;
  },
  chooseLicenceFolder: () => chooseFolder(window()),
  chooseCertificates: () => chooseCertificates(window()),
  describeCertificates: async ({ certificates }) =>
    Promise.resolve({
      certificates: certificates.map((pem) => ({ pem, description: describeCertificate(pem) })),
    }),
});
