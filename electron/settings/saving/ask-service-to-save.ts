import { AppError } from '@shared/errors/app-error';
import type { SealedSettingsDraft } from '@shared/domain/settings/settings';
import type { SaveResult } from '@shared/domain/settings/settings-state';
import { sealDraft } from './apply-draft';
import type { SettingsWriter } from './settings-writer';

export interface ServiceSaving {
  /** Asks the service to save. Throws `service-stopped` where it does not answer. */
  ask: (revision: string, draft: SealedSettingsDraft) => Promise<SaveResult>;
  seal: (value: string) => Promise<string>;
  /** For those who may write in the service's folder without it; null for everybody else. */
  withoutService: SettingsWriter | null;
}

/**
 * The writer of an installed service's settings: the service itself. An operator who could write in its folder could put a
 * link there, and have whoever saves next write another account's file.
 */
export const createServiceSettingsWriter = ({ ask, seal, withoutService }: ServiceSaving): SettingsWriter => {
  const instead = () => {
    if (withoutService === null) throw new AppError('settings-need-service');
    return withoutService;
  };
  return {
    save: async (revision, draft) => {
      try {
        return await ask(revision, await sealDraft(draft, seal));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'service-stopped') throw error;
        return instead().save(revision, draft);
      }
    },
    // The service does it whenever it reads them.
    keepAside: async () => Promise.resolve(instead()).then((writer) => writer.keepAside()),
  };
};
