import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultSettings, type Settings } from '@shared/domain/settings/settings';
import { AppError } from '@shared/errors/app-error';
import { createPolicySource, type PolicySource } from '@electron/platform/policy';
import { readSettings, type SettingsReading } from '@electron/settings/settings-file';
import { readPolicy } from '@electron/settings/read-policy';
import { watchSettings, type SettingsWatch } from '@electron/settings/watch-settings';

/** A file that cannot be read may be one that somebody is still writing. */
const SECOND_LOOK_MS = 300;

export interface SettingsSourceOptions {
  folder: string;
  settingsFile: string;
  /** Called with every reading that differs from the one before, the first included. */
  onReading: (reading: SettingsReading) => Promise<void>;
  onFailure: (error: unknown) => void;
  /** Moves a file that cannot be used out of the way, where nobody else may; gives what is read then. */
  keepAside?: () => Promise<SettingsReading>;
  policy?: PolicySource;
}

/** The settings as the service has them: read at the start, on every change of the file and when asked to. */
export class SettingsSource {
  private last: SettingsReading | null = null;
  private mark = '';
  private watch: SettingsWatch | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly policy: PolicySource;
  private stopPolicyWatch: () => void = () => undefined;

  constructor(private readonly options: SettingsSourceOptions) {
    this.policy = options.policy ?? createPolicySource();
  }

  /** As last read; the defaults before. */
  current(): Settings {
    return this.last?.settings ?? defaultSettings();
  }

  async start(): Promise<void> {
    this.startWatching();
    await this.check();
  }

  stop(): Promise<unknown> {
    this.watch?.stop();
    this.watch = null;
    this.stopPolicyWatch();
    return this.queue;
  }

  /** A look at file and policy, to be had now and then: a watch may be lost without a word. */
  async checkNow(): Promise<void> {
    if (this.watch === null) return;
    if (!this.watch.isLive()) this.startWatching();
    const { ino, size, mtimeMs } = (await stat(this.options.settingsFile).catch(() => null)) ?? {};
    const { mark: policy } = await readPolicy(this.policy);
    const mark = `${ino} ${size} ${mtimeMs} ${policy}`;
    if (mark === this.mark) return;
    this.mark = mark;
    this.checkAndLogFailure();
  }

  /** Reads now; what the file says is in force when it resolves. Throws `settings-broken` or `settings-newer`. */
  async reload(): Promise<void> {
    const { keptAside } = await this.check();
    if (keptAside !== null) throw new AppError(keptAside.code);
  }

  private check(): Promise<SettingsReading> {
    const run = this.queue.then(() => this.read());
    this.queue = run.catch(() => undefined);
    return run;
  }

  /** Where it cannot be moved the file stays, and the reading says so. */
  private async keepAside(reading: SettingsReading): Promise<SettingsReading> {
    try {
      return (await this.options.keepAside?.()) ?? reading;
    } catch (error) {
      this.options.onFailure(error);
      return reading;
    }
  }

  private checkAndLogFailure() {
    this.check().catch((error: unknown) => this.options.onFailure(error));
  }

  private startWatching() {
    this.watch?.stop();
    this.watch = watchSettings(this.options.folder, () => this.checkAndLogFailure());
    this.stopPolicyWatch();
    this.stopPolicyWatch = this.policy.watch(() => this.checkAndLogFailure());
  }

  private async read(): Promise<SettingsReading> {
    let reading = await readSettings(this.options.folder, this.policy);
    if (reading.keptAside?.fileName === 'settings.json') {
      await wait(SECOND_LOOK_MS);
      reading = await readSettings(this.options.folder, this.policy);
    }
    if (reading.keptAside?.fileName === 'settings.json') reading = await this.keepAside(reading);
    const isSame =
      reading.revision === this.last?.revision && reading.keptAside?.code === this.last.keptAside?.code;
    if (isSame) return reading;
    this.last = reading;
    await this.options.onReading(reading);
    return reading;
  }
}
