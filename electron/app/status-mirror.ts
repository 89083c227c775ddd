import { randomUUID } from 'node:crypto';
import { compareVersions, validate } from 'compare-versions';
import type { SettingsView } from '@shared/domain/settings/settings';
import { timestampOf } from '@shared/domain/time/dates';
import { isNewer, type Notice, type Status, type StatusSnapshot } from '@shared/domain/status/status';
import { statusChange, type StatusChange } from '@shared/domain/status/status-change';
import type { AppError } from '@shared/errors/app-error';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { Clock } from '@shared/domain/time/clock';

export interface StatusMirrorOptions {
  version: string;
  mode: Status['service']['mode'];
  clock: Clock;
  publish: (change: StatusChange) => void;
}

/**
 * The app's one copy of the status: what the service last said or, while it does not run, what the settings alone tell.
 * Pages see one epoch with a rising `rev`, however often the service was started anew behind it.
 */
export interface StatusMirror {
  current(): StatusSnapshot;
  /** There is a link to a service of this version; its status follows. */
  linked(build: string): void;
  accept(snapshot: StatusSnapshot): void;
  /** The link is gone; `isStarting` while the service is being started. */
  lost(isStarting: boolean): void;
  /** The service is not to be used, for this reason; it stands among the notices until there is a link again. */
  refused(error: AppError): void;
  settingsChanged(settings: SettingsView): void;
}

/** As many as a status holds. */
const MOST_NOTICES = 50;

const withNotice = (status: Status, notice: Notice | null): Status =>
  notice === null ? status : { ...status, notices: [notice, ...status.notices].slice(0, MOST_NOTICES) };

const notUnderstood = (status: Status, other: Notice | null): Status => ({
  ...status,
  connection: { ...status.connection, state: 'connecting' },
  service: {
    ...status.service,
    state: 'running',
    version: String(other?.params['version'] ?? status.service.version),
  },
});

/** What is said where the service that answers is of another version; null where it is of the same. */
const otherVersion = (build: string, { version, clock }: StatusMirrorOptions): Notice | null => {
  if (build === version || !validate(build)) return null;
  const code = compareVersions(build, version) > 0 ? 'window-outdated' : 'service-outdated';
  return { code, params: { version: build }, since: timestampOf(clock.now()) };
};

export const createStatusMirror = (first: SettingsView, options: StatusMirrorOptions): StatusMirror => {
  const epoch = randomUUID();
  let settings = first;
  let fromService: StatusSnapshot | null = null;
  let isStarting = options.mode === 'embedded';
  let refusal: Notice | null = null;
  /** The version of the service that answers, where it is another one than this program's. */
  let other: Notice | null = null;
  let rev = 0;

  const compose = (): Status => {
    if (fromService !== null) return withNotice(fromService.status, other);
    const { version, mode, clock } = options;
    const status = stoppedStatus(settings, { version, mode, isStarting }, clock.now());
    // It answers, only not so that this version understands it.
    const isRunning = other !== null || refusal?.code === 'service-version';
    return withNotice(isRunning ? notUnderstood(status, other) : status, refusal ?? other);
  };
  let current: StatusSnapshot = { epoch, rev, status: compose() };

  const update = () => {
    const next = { epoch, rev: rev + 1, status: compose() };
    const change = statusChange(current, next);
    if (change === null) return;
    rev += 1;
    current = next;
    options.publish(change);
  };

  return {
    current: () => current,
    linked: (build) => {
      other = otherVersion(build, options);
      refusal = null;
      update();
    },
    accept: (snapshot) => {
      if (!isNewer(snapshot, fromService)) return;
      fromService = snapshot;
      refusal = null;
      update();
    },
    lost: (starting) => {
      fromService = null;
      other = null;
      isStarting = starting;
      update();
    },
    refused: ({ code, params }) => {
      // Knocked at again and again: the page hears of it once.
      if (refusal?.code === code && fromService === null) return;
      refusal = { code, params: { ...params }, since: timestampOf(options.clock.now()) };
      fromService = null;
      other = null;
      isStarting = false;
      update();
    },
    settingsChanged: (changed) => {
      settings = changed;
      if (fromService === null) update();
    },
  };
};
