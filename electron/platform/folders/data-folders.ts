import path from 'node:path';
import type { PathStyle } from '@shared/domain/settings/licence-path';

/**
 * Where this process keeps its things. `embedded`: `home` is the one data folder of the app and the service that it
 * starts. `installed`: the service belongs to the machine and has the fixed folders of `InstalledFolders`; `home` is the
 * service's own one or, for the app and the command line, the folder of the person who runs them.
 */
export interface DataPlace {
  mode: 'embedded' | 'installed';
  /** Absolute. */
  home: string;
}

/** The fixed folders of an installed service, made by its package and its service manager; all absolute. */
export interface InstalledFolders {
  /** The service's own: state, logs and its Chromium profile; the operators may look at what stands in it itself. */
  home: string;
  /** The service writes here, the operators read. */
  settings: string;
  /** The service's, open to the operators' group; on Linux gone while the service does not run. */
  run: string;
  /** The service's; operators may read what lies in it, also while it does not run. */
  open: string;
  /** The service's, open to every account and gone while it does not run; null = there is none. */
  monitoring: string | null;
}

/** Every place by name; all absolute. */
export interface DataPaths extends DataPlace {
  /** `settings.json`: written by the service where it is installed, else by the app and the command line; read by all. */
  settings: string;
  /** The folder of `settings`. */
  settingsFolder: string;
  preferences: string;
  /** Written by the service alone. */
  state: string;
  /** The socket and the role keys. */
  run: string;
  /** The public key that secrets are sealed to; there also while an installed service does not run. */
  sealingKey: string;
  /** What a monitoring account may know of an installed service; null = no such file. */
  monitoring: string | null;
  logs: string;
  chromiumApp: string;
  chromiumService: string;
}

/** Makes the data folder and refuses one that others could change. */
export interface DataFolders {
  /** How an absolute path is written on this machine. */
  readonly pathStyle: PathStyle;
  /** The home of an installed service. */
  readonly installedHome: string;
  /** Where things lie; touches nothing. */
  pathsOf(place: DataPlace): DataPaths;
  /**
   * Creates what is missing below `home`, owner only (`run`: readable by the group), and checks what is there; synchronous,
   * because it sets the process's umask for a moment. Throws `data-folder-unsafe` (a link, another owner, writable by
   * others) or `data-folder-unusable`, both with `folder`.
   */
  prepare(place: DataPlace): DataPaths;
  /**
   * How this process may write in a folder of the installed service without the service: as the account the folder belongs
   * to, which only that account and root can be, so that nothing put there leads root elsewhere. Null for everybody else.
   */
  actAsOwnerOf(folder: string): (<T>(run: () => Promise<T>) => Promise<T>) | null;
}

const ownPathsOf = (home: string) => ({
  home,
  preferences: path.join(home, 'preferences.json'),
  logs: path.join(home, 'logs'),
  chromiumApp: path.join(home, 'chromium', 'app'),
  chromiumService: path.join(home, 'chromium', 'service'),
});

const embeddedPathsOf = (home: string): DataPaths => ({
  mode: 'embedded',
  ...ownPathsOf(home),
  settings: path.join(home, 'settings.json'),
  settingsFolder: home,
  state: path.join(home, 'state'),
  run: path.join(home, 'run'),
  sealingKey: path.join(home, 'run', 'sealing-key.json'),
  monitoring: null,
});

export const dataPathsOf = ({ mode, home }: DataPlace, installed: InstalledFolders): DataPaths =>
  mode === 'embedded'
    ? embeddedPathsOf(home)
    : {
        mode,
        ...ownPathsOf(home),
        settings: path.join(installed.settings, 'settings.json'),
        settingsFolder: installed.settings,
        state: path.join(installed.home, 'state'),
        run: installed.run,
        sealingKey: path.join(installed.open, 'sealing-key.json'),
        monitoring: installed.monitoring && path.join(installed.monitoring, 'status.json'),
      };

/** Every folder that this process owns, parents first, with whether its group may look into it. */
export const foldersOf = (paths: DataPaths) => {
  const isService = path.dirname(paths.state) === paths.home;
  const ofService = [
    { folder: paths.state, isForGroup: false },
    { folder: paths.run, isForGroup: true },
    { folder: paths.chromiumService, isForGroup: false },
  ];
  const ofPerson = [{ folder: paths.chromiumApp, isForGroup: false }];
  return [
    { folder: paths.home, isForGroup: paths.mode === 'installed' && isService },
    { folder: paths.logs, isForGroup: false },
    { folder: path.dirname(paths.chromiumApp), isForGroup: false },
    ...(isService ? ofService : []),
    ...(isService && paths.mode === 'installed' ? [] : ofPerson),
  ];
};
