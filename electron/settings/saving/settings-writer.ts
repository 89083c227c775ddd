import { randomUUID } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import type { PathStyle } from '@shared/domain/settings/licence-path';
import { viewOf, type SealedSettingsDraft, type SettingsDraft } from '@shared/domain/settings/settings';
import { checkDraft, type SettingsProblem } from '@shared/domain/settings/settings-check';
import type { SaveResult, SettingsState } from '@shared/domain/settings/settings-state';
import type { Clock } from '@shared/domain/time/clock';
import type { DataPaths } from '@electron/platform/folders';
import type { PolicySource } from '@electron/platform/policy';
import { FileLocked, UnsafePlace, withFileLock } from '@electron/platform/private-files';
import type { SettingsStorage } from '@electron/platform/settings-storage';
import { applyDraft } from './apply-draft';
import { readAuthority } from '@electron/settings/authority-certificate';
import { policyProblems, withoutLockedSettings } from '@electron/settings/policy-locks';
import {
  keepAside,
  readSettings,
  SETTINGS_FILE,
  type SettingsReading,
} from '@electron/settings/settings-file';

/** Changes the settings of one data folder, or has them changed by who may. */
export interface SettingsWriter {
  /**
   * Throws `settings-changed-meanwhile` when `revision` is not that of the file, `settings-locked` after 5 s,
   * `settings-not-writable`, `settings-place-unsafe`, `settings-need-service` where the service writes and does not run,
   * or `keychain-unavailable` when a secret cannot be sealed. Nothing is lost by any of them.
   */
  save(revision: string, draft: SettingsDraft): Promise<SaveResult>;
  /** Moves a file that cannot be used out of the way. Throws as `save` does. */
  keepAside(): Promise<SettingsReading>;
}

interface WriterParts {
  paths: Pick<DataPaths, 'mode' | 'settings' | 'settingsFolder'>;
  pathStyle: PathStyle;
  storage: SettingsStorage;
  /** Seals a secret that comes in the clear. */
  seal: (value: string) => Promise<string>;
  clock: Clock;
  policy: PolicySource;
}

/** Writes the file itself; the draft's secrets may be sealed already. */
export interface FileSettingsWriter extends SettingsWriter {
  save(revision: string, draft: SettingsDraft | SealedSettingsDraft): Promise<SaveResult>;
}

export const stateOf = ({ settings, revision, keptAside, policy }: SettingsReading): SettingsState => ({
  settings: viewOf(settings),
  revision,
  keptAside,
  policy,
});

/** A certificate that is added must be valid now; one that is there already may have expired. */
const certificateProblems = (
  draft: Pick<SettingsDraft, 'certificates'>,
  saved: readonly string[],
  now: number,
): SettingsProblem[] =>
  draft.certificates.flatMap((pem, index) => {
    if (saved.includes(pem)) return [];
    try {
      readAuthority(pem, now);
      return [];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [{ path: `certificates.${index}`, code: error.code, params: { ...error.params } }];
    }
  });

const failureOf = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof UnsafePlace) return new AppError('settings-place-unsafe', { file: error.file }, error);
  return new AppError(error instanceof FileLocked ? 'settings-locked' : 'settings-not-writable', {}, error);
};

/** The one that writes the file itself, alone among all processes: the app and the command line of an embedded service, else the service. */
export const createFileSettingsWriter = (parts: WriterParts): FileSettingsWriter => {
  const { paths, pathStyle, storage, seal, clock, policy } = parts;
  const folder = paths.settingsFolder;

  const alone = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await withFileLock(`${paths.settings}.lock`, run);
    } catch (error) {
      throw failureOf(error);
    }
  };

  const readKeepingAside = async () =>
    keepAside(folder, await readSettings(folder, policy), clock.now(), policy);

  return {
    keepAside: () => alone(readKeepingAside),
    save: (revision, draft) =>
      alone(async (): Promise<SaveResult> => {
        const reading = await readKeepingAside();
        // A file that could not be kept aside would be lost by the write.
        if (reading.keptAside?.fileName === SETTINGS_FILE) throw new AppError('settings-not-writable');
        if (reading.revision !== revision) throw new AppError('settings-changed-meanwhile');
        const { problems: found, isChanged } = checkDraft(draft, viewOf(reading.settings), pathStyle);
        const problems = [
          ...policyProblems(draft, reading),
          ...found,
          ...certificateProblems(draft, reading.settings.certificates, clock.now()),
        ];
        if (problems.length > 0) return { saved: false, problems };
        if (!isChanged && !revision.startsWith('none')) return { saved: true, state: stateOf(reading) };
        const settings = await applyDraft(withoutLockedSettings(draft, reading), reading.own, {
          seal,
          newId: randomUUID,
        });
        await storage.write(paths.settings, settings, paths.mode === 'installed' ? 'group' : 'owner');
        return { saved: true, state: stateOf(await readSettings(folder, policy)) };
      }),
  };
};
