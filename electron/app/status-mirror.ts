import { randomUUID } from 'node:crypto';
import type { SettingsView } from '@shared/domain/settings';
import { isNewer, type Status, type StatusSnapshot } from '@shared/domain/status';
import { stoppedStatus } from '@shared/domain/stopped-status';
import type { Clock } from '@shared/domain/clock';

export interface StatusMirrorOptions {
  version: string;
  mode: Status['service']['mode'];
  clock: Clock;
  publish: (snapshot: StatusSnapshot) => void;
}

/**
 * The app's one copy of the status: what the service last said or, while it does not run, what the settings alone tell.
 * Pages see one epoch with a rising `rev`, however often the service was started anew behind it.
 */
export interface StatusMirror {
  current(): StatusSnapshot;
  accept(snapshot: StatusSnapshot): void;
  /** The link is gone; `isStarting` while the service is being started. */
  lost(isStarting: boolean): void;
  settingsChanged(settings: SettingsView): void;
}

export const createStatusMirror = (first: SettingsView, options: StatusMirrorOptions): StatusMirror => {
  const epoch = randomUUID();
  let settings = first;
  let fromService: StatusSnapshot | null = null;
  let isStarting = true;
  let rev = 0;

  const compose = (): Status =>
    fromService?.status ??
    stoppedStatus(
      settings,
      { version: options.version, mode: options.mode, isStarting },
      options.clock.now(),
    );
  let current: StatusSnapshot = { epoch, rev, status: compose() };

  const update = () => {
    rev += 1;
    current = { epoch, rev, status: compose() };
    options.publish(current);
  };

  return {
    current: () => current,
    accept: (snapshot) => {
      if (!isNewer(snapshot, fromService)) return;
      fromService = snapshot;
      update();
    },
    lost: (starting) => {
      fromService = null;
      isStarting = starting;
      update();
    },
    settingsChanged: (changed) => {
      settings = changed;
      if (fromService === null) update();
    },
  };
};
