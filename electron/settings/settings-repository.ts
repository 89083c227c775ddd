import { randomUUID } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { systemClock, type Clock } from '@shared/domain/time/clock';
import { viewOf, type SettingsDraft } from '@shared/domain/settings/settings';
import type { PathStyle } from '@shared/domain/licence/licence-path';
import { checkDraft, type SettingsCheck, type SettingsProblem } from '@shared/domain/settings/settings-check';
import type { SettingsState } from '@shared/contract/page/page-contract';
import type { DataPaths } from '@electron/platform/folders';
import type { Keychain } from '@electron/platform/keychain';
import { createPolicySource, type PolicySource } from '@electron/platform/policy';
import { FileLocked, withFileLock } from '@electron/platform/private-files';
import type { SettingsStorage } from '@electron/platform/settings-storage';
import { applyDraft } from './apply-draft';
import { policyProblems, withoutLockedSettings } from './policy-locks';
import { readAuthority } from './authority-certificate';
import { publicSealingKey, sealSecret } from './sealing';
import { keepAside, readSettings, SETTINGS_FILE, type SettingsReading } from './settings-file';
import { watchSettings } from './watch-settings';

type SaveResult = { saved: true; state: SettingsState } | { saved: false; problems: SettingsProblem[] };

/** The settings of one data folder, for those who may write them: the app and the command line. */
export interface SettingsRepository {
  /** A file that cannot be used is kept aside on the way; the defaults are in force then. */
  read(): Promise<SettingsState>;
  check(draft: SettingsDraft): Promise<SettingsCheck>;
  /**
   * Throws `settings-changed-meanwhile` when `revision` is not that of the file, `settings-locked` after 5 s,
   * `settings-not-writable`, or `keychain-unavailable` when a secret cannot be sealed. Nothing is lost by any of them.
   */
  save(revision: string, draft: SettingsDraft): Promise<SaveResult>;
  /** Tells the state now and after every change of the file, whoever made it; returns how to stop. */
  subscribe(listener: (state: SettingsState) => void): () => void;
}

export interface RepositoryParts {
  paths: DataPaths;
  pathStyle: PathStyle;
  storage: SettingsStorage;
  openKeychain: () => Promise<Keychain>;
  clock?: Clock;
  policy?: PolicySource;
}

const stateOf = ({ settings, revision, keptAside, policy }: SettingsReading): SettingsState => ({
  settings: viewOf(settings),
  revision,
  keptAside,
  policy,
});

/** A certificate that is added must be valid now; one that is there already may have expired. */
const certificateProblems = (
  draft: SettingsDraft,
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

export const createSettingsRepository = ({
  paths,
  pathStyle,
  storage,
  openKeychain,
  clock = systemClock,
  policy = createPolicySource(),
}: RepositoryParts): SettingsRepository => {
  const alone = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await withFileLock(`${paths.settings}.lock`, run);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError(
        error instanceof FileLocked ? 'settings-locked' : 'settings-not-writable',
        {},
        error,
      );
    }
  };

  const readKeepingAside = async () =>
    keepAside(paths.settingsFolder, await readSettings(paths.settingsFolder, policy), clock.now(), policy);

  const read = async () => {
    const reading = await readSettings(paths.settingsFolder, policy);
    if (reading.keptAside?.fileName !== SETTINGS_FILE) return stateOf(reading);
    // Where the folder cannot be written, the file stays where it is, and the state says so.
    return stateOf(await alone(readKeepingAside).catch(() => reading));
  };

  const save = (revision: string, draft: SettingsDraft) =>
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
        seal: async (value) => sealSecret(value, await publicSealingKey(paths, openKeychain)),
        newId: randomUUID,
      });
      await storage.write(
        paths.settingsFolder,
        'settings',
        settings,
        paths.mode === 'installed' ? 'group' : 'owner',
      );
      return { saved: true, state: stateOf(await readSettings(paths.settingsFolder, policy)) };
    });

  const subscribe = (listener: (state: SettingsState) => void) => {
    let seen: string | null = null;
    const look = async () => {
      const state = await read();
      if (state.revision === seen) return;
      seen = state.revision;
      listener(state);
    };
    // One look after the other, so that an older state never comes last; a folder that fails is told to who reads next.
    let last = Promise.resolve();
    const lookNext = () => void (last = last.then(look).catch(() => undefined));
    const watch = watchSettings(paths.settingsFolder, lookNext);
    const stopPolicy = policy.watch(lookNext);
    lookNext();
    return () => {
      watch.stop();
      stopPolicy();
    };
  };

  return {
    read,
    check: async (draft) => {
      const state = await read();
      const { problems, ...rest } = checkDraft(draft, state.settings, pathStyle);
      return { ...rest, problems: [...policyProblems(draft, state), ...problems] };
    },
    save,
    subscribe,
  };
};
