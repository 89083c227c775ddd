import { draftOf } from '@shared/domain/settings/settings';
import type { Logger } from '@electron/log/logger';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';

let isUnderWay = false;

/** A permission whose time is over is switched off in the settings too, so that giving it again is a change like any other. */
export const switchOffExpired = async (settings: SettingsRepository, log: Logger): Promise<void> => {
  if (isUnderWay) return;
  isUnderWay = true;
  try {
    const { revision, settings: view } = await settings.read();
    if (!view.remoteAssistance.allowed) return;
    const draft = draftOf(view);
    await settings.save(revision, {
      ...draft,
      remoteAssistance: { ...draft.remoteAssistance, allowed: false },
    });
  } catch (error) {
    log.warn({ error }, 'the ended permission could not be switched off in the settings');
  } finally {
    isUnderWay = false;
  }
};
