import { AppError } from '@shared/errors/app-error';
import { systemClock } from '@shared/domain/time/clock';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { createPolicySource } from '@electron/platform/policy';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { createFileSettingsWriter, type FileSettingsWriter } from '@electron/settings/saving/settings-writer';

/** Writes the settings of an installed service, which it alone does; null where the app and the command line write them. */
export const composeSettingsWriter = (paths: DataPaths): FileSettingsWriter | null =>
  paths.mode === 'embedded'
    ? null
    : createFileSettingsWriter({
        paths,
        pathStyle: createDataFolders().pathStyle,
        storage: createSettingsStorage(),
        clock: systemClock,
        policy: createPolicySource(),
        // Whoever asks has sealed them: no secret comes over the socket in the clear.
        seal: () => Promise.reject(new AppError('settings-invalid')),
      });
