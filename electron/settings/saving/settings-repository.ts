import { systemClock, type Clock } from '@shared/domain/time/clock';
import type { SettingsDraft } from '@shared/domain/settings/settings';
import type { PathStyle } from '@shared/domain/settings/licence-path';
import { checkDraft, type SettingsCheck } from '@shared/domain/settings/settings-check';
import type { SaveResult, SettingsState } from '@shared/domain/settings/settings-state';
import type { DataPaths } from '@electron/platform/folders';
import type { Keychain } from '@electron/platform/keychain';
import { createPolicySource, type PolicySource } from '@electron/platform/policy';
import type { SettingsStorage } from '@electron/platform/settings-storage';
import { policyProblems } from '@electron/settings/policy-locks';
import { publicSealingKey, sealSecret } from '@electron/settings/sealing';
import { readSettings, SETTINGS_FILE } from '@electron/settings/settings-file';
import { createFileSettingsWriter, stateOf, type SettingsWriter } from './settings-writer';
import { watchSettings } from '@electron/settings/watch-settings';

/** The settings of one data folder, for the app and the command line. */
export interface SettingsRepository extends Pick<SettingsWriter, 'save'> {
  /** A file that cannot be used is kept aside on the way, by who may; the defaults are in force then. */
  read(): Promise<SettingsState>;
  check(draft: SettingsDraft): Promise<SettingsCheck>;
  save(revision: string, draft: SettingsDraft): Promise<SaveResult>;
  /** Tells the state now and after every change of the file, whoever made it; returns how to stop. */
  subscribe(listener: (state: SettingsState) => void): () => void;
}

/** Makes the writer that has another process write, given the one that would write the file itself. */
export type WriteVia = (own: SettingsWriter, seal: (value: string) => Promise<string>) => SettingsWriter;

interface RepositoryParts {
  paths: DataPaths;
  pathStyle: PathStyle;
  storage: SettingsStorage;
  openKeychain: () => Promise<Keychain>;
  clock?: Clock;
  policy?: PolicySource;
  /** Where another process writes. */
  writeVia?: WriteVia;
}

export const createSettingsRepository = ({
  paths,
  pathStyle,
  storage,
  openKeychain,
  clock = systemClock,
  policy = createPolicySource(),
  writeVia = (own) => own,
}: RepositoryParts): SettingsRepository => {
  const seal = async (value: string) => sealSecret(value, await publicSealingKey(paths, openKeychain));
  const writer = writeVia(createFileSettingsWriter({ paths, pathStyle, storage, clock, policy, seal }), seal);

  const read = async () => {
    const reading = await readSettings(paths.settingsFolder, policy);
    if (reading.keptAside?.fileName !== SETTINGS_FILE) return stateOf(reading);
    // Where the folder cannot be written, the file stays where it is, and the state says so.
    return stateOf(await writer.keepAside().catch(() => reading));
  };

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
    save: (revision, draft) => writer.save(revision, draft),
    subscribe,
  };
};
