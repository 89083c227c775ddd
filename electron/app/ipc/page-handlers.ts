import { clipboard, shell, type BrowserWindow } from 'electron';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { ProgramPart } from '@shared/domain/status/program-part';
import type { AppFacts } from '@shared/contract/page/page-contract';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { ServiceAccount } from '@electron/platform/service-account';
import type { ServiceControl } from '@electron/platform/service-control';
import { createUpdateInstaller } from '@electron/platform/update-installer';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';
import type { Language } from '@shared/i18n/translator';
import type { AppAssistance } from '@electron/app/assistance/compose-app-assistance';
import type { PreferencesStore } from '@electron/app/preferences-store';
import type { StatusMirror } from '@electron/app/status-mirror';
import { unwrapReply } from '@electron/app/unwrap-reply';
import { createDiagnosticsHandlers } from './diagnostics-handlers';
import { exportActivity } from './activity-export';
import { createAssistanceHandlers } from './assistance-handlers';
import { createLicenceHandlers } from './licence-dialogs';
import type { OwnHandlers } from './pass-on';
import { saveCalendar } from './save-calendar';
import { createSettingsHandlers } from './settings-handlers';
import { createUpdatesHandlers } from './updates-handlers';

export interface PageHandlerParts {
  facts: () => AppFacts;
  programParts: () => Promise<ProgramPart[]>;
  preferences: PreferencesStore;
  preferencesSaved: () => void;
  /** Constant addresses; the page names one, it never gives one. */
  links: { 'help-desk': string };
  mirror: StatusMirror;
  settings: SettingsRepository;
  /** A check in the words of the page's language, without secrets. */
  textOfCheck: (check: ConnectionCheck) => string;
  service: () => ServiceClient;
  control: ServiceControl;
  /** Where the service keeps verified installers. */
  downloads: string;
  account: ServiceAccount;
  window: () => BrowserWindow | null;
  /** A person has chosen something in a dialog of the system. */
  personActed: () => void;
  /** The text of a new support report. */
  createReport: () => Promise<string>;
  assistance: AppAssistance;
  language: () => Language;
}

const openLink = async (address: string) => {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') await shell.openExternal(address);
};

/** The calls of a page that the app answers itself; `pass-on.ts` leaves the others to the service. */
export const createPageHandlers = ({
  settings,
  service,
  mirror,
  ...parts
}: PageHandlerParts): OwnHandlers => ({
  app: {
    facts: async () => Promise.resolve(parts.facts()),
    savePreferences: async (preferences) => {
      await parts.preferences.save(preferences);
      parts.preferencesSaved();
      return parts.facts();
    },
    parts: async () => ({ parts: await parts.programParts() }),
    openLink: ({ link }) => openLink(parts.links[link]),
  },
  status: { read: async () => Promise.resolve(mirror.current()) },
  check: {
    copyText: async () => {
      const { check } = unwrapReply(await service().check.read());
      if (check !== null) await clipboard.writeText(parts.textOfCheck(check));
      return { isCopied: check !== null };
    },
  },
  settings: createSettingsHandlers({ settings, service, window: parts.window }),
  licence: createLicenceHandlers({ service, window: parts.window, personActed: parts.personActed }),
  calendar: {
    save: async () => {
      const { licence } = mirror.current().status;
      const { days } = (await settings.read()).settings.notices;
      return {
        fileName: await saveCalendar(parts.window(), licence, parts.facts(), parts.language(), days),
      };
    },
  },
  account: {
    choice: async () => Promise.resolve(parts.account.choice()),
    change: (wish) => parts.account.change(wish),
  },
  service: {
    read: () => parts.control.status(),
    act: async ({ action, mayAsk }) => {
      await parts.control.act(action, { mayAsk });
      return parts.control.status();
    },
  },
  updates: createUpdatesHandlers({ service, downloads: parts.downloads, installer: createUpdateInstaller }),
  diagnostics: createDiagnosticsHandlers(parts),
  assistance: createAssistanceHandlers({ ...parts, service }),
  activity: {
    export: async () => ({
      fileName: await exportActivity(parts.window(), async (query) =>
        unwrapReply(await service().activity.read(query)),
      ),
    }),
  },
});
