import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import type { Clock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import { isSafeFileName } from '@shared/domain/licence/format/licence-file-name';
import type { LicenceBackups } from './licence-backups';
import { errnoOf, reasonOf } from '@electron/service/licence/folder/folder-failure-reason';
import type { InstallIntent, InstallJournal } from './install-journal';
import type { OpenServerFolder } from '@electron/service/licence/folder/worker/folder-access';
import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { sha256OfBytes, type PlainFile } from '@electron/service/licence/folder/plain-file';
import { recoverIntent, type Recovered } from './install-recovery';

export interface InstallTarget {
  serverId: string;
  /** Absolute; only ever a folder that the operator saved in the settings. */
  folder: string;
  fileName: string;
}

/** A verified licence file, byte for byte. */
export interface LicenceContent {
  bytes: Uint8Array;
  sha256: string;
  /** null for a file that came in no package. */
  sequence: number | null;
}

/** `replaced`: hash of the file that was there before, null = none. `rolled-back`: the earlier file was put back. */
export type InstallResult =
  | { outcome: 'installed' | 'unchanged'; replaced: string | null }
  | { outcome: 'failed' | 'rolled-back'; reason: LicenceServerReason; cause: unknown };

export interface InstallerDependencies {
  journal: InstallJournal;
  backups: LicenceBackups;
  clock: Clock;
  /** Random bytes as lower-case hexadecimal digits. */
  randomHex: (bytes: number) => string;
  openFolder: OpenServerFolder;
  /** How long a file that another program holds is waited for, in ms. */
  renamePatience?: number;
}

const RENAME_PATIENCE = 10_000;
const RENAME_PAUSE = 250;
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);

interface Step {
  folder: LicenceFolder;
  intent: InstallIntent;
}

const sameOrThrow = (file: PlainFile | null, sha256: string) => {
  if (file?.sha256 !== sha256) throw new AppError('verify-failed');
};

/** Another program (the licence server itself, a virus scanner) may hold the file for a moment. */
const renamePatiently = async (folder: LicenceFolder, from: string, to: string, patience: number) => {
  const end = performance.now() + patience;
  for (;;) {
    try {
      await folder.rename(from, to);
      return;
    } catch (error) {
      if (!IN_USE.has(errnoOf(error) ?? '') || performance.now() > end) throw error;
      await wait(RENAME_PAUSE);
    }
  }
};

/** Puts licence files in place, exactly old or exactly new at any moment; one call per licence server at a time. */
export class LicenceInstaller {
  constructor(private readonly dependencies: InstallerDependencies) {}

  /** Never throws. `overUnknown`: a person asked to go on although an unknown file lies there; it is kept as a backup. */
  async install(
    target: InstallTarget,
    licence: LicenceContent,
    { overUnknown = false } = {},
  ): Promise<InstallResult> {
    try {
      await this.#settleEarlier(target.serverId, overUnknown);
      if (!isSafeFileName(target.fileName) || sha256OfBytes(licence.bytes) !== licence.sha256) {
        throw new AppError('verify-failed');
      }
      const folder = await this.dependencies.openFolder(target.serverId, target.folder);
      try {
        return await this.#replace(folder, target, licence);
      } finally {
        folder.close();
      }
    } catch (cause) {
      return { outcome: 'failed', reason: reasonOf(cause), cause };
    }
  }

  /** Ends what a crash left open. */
  async recover(serverId?: string): Promise<{ intent: InstallIntent; recovered: Recovered }[]> {
    return Promise.all(
      this.dependencies.journal.open(serverId).map(async (intent) => ({
        intent,
        recovered: await recoverIntent(intent, {
          journal: this.dependencies.journal,
          openFolder: this.dependencies.openFolder,
          at: this.#now(),
        }),
      })),
    );
  }

  async #settleEarlier(serverId: string, overUnknown: boolean) {
    for (const { intent, recovered } of await this.recover(serverId)) {
      if (recovered.outcome === 'unreachable') throw new AppError(recovered.reason);
      if (recovered.outcome !== 'unknown-content') continue;
      if (!overUnknown) throw new AppError('unknown-content');
      const folder = await this.dependencies.openFolder(serverId, intent.folder);
      await folder.remove(intent.temporaryName).finally(() => folder.close());
      await this.dependencies.journal.end(intent.id, 'abandoned', this.#now());
    }
  }

  async #replace(
    folder: LicenceFolder,
    target: InstallTarget,
    licence: LicenceContent,
  ): Promise<InstallResult> {
    const { journal, backups } = this.dependencies;
    const seen = await folder.fingerprint(target.fileName);
    const current = await folder.read(target.fileName);
    if (current?.sha256 === licence.sha256) return { outcome: 'unchanged', replaced: current.sha256 };
    const intent = await this.#intentOf(target, licence, current);
    const step: Step = { folder, intent };
    const refuseIfChanged = async () => {
      if ((await folder.fingerprint(target.fileName)) !== seen) throw new AppError('file-in-use');
    };
    await journal.begin(intent);
    try {
      if (current !== null && intent.backupName !== null) {
        await backups.keep(target.serverId, intent.backupName, current);
      }
      await this.#place(step, licence, current, refuseIfChanged);
    } catch (cause) {
      return this.#withdraw(step, cause);
    }
    return this.#confirm(step, current);
  }

  async #intentOf(
    { serverId, folder, fileName }: InstallTarget,
    licence: LicenceContent,
    current: PlainFile | null,
  ): Promise<InstallIntent> {
    const { backups, randomHex } = this.dependencies;
    return {
      record: 'intent',
      id: randomUUID(),
      at: this.#now(),
      serverId,
      folder,
      fileName,
      oldSha256: current?.sha256 ?? null,
      newSha256: licence.sha256,
      temporaryName: `.${fileName}.${randomHex(12)}.tmp`,
      backupName: current === null ? null : await backups.nameFor(serverId, current.sha256),
      sequence: licence.sequence,
    };
  }

  async #place(
    { folder, intent }: Step,
    { bytes }: Pick<LicenceContent, 'bytes'>,
    like: PlainFile | null,
    lastLook: () => Promise<void> = () => Promise.resolve(),
  ) {
    await folder.create(intent.temporaryName, bytes, like);
    sameOrThrow(await folder.read(intent.temporaryName), sha256OfBytes(bytes));
    await lastLook();
    const { renamePatience = RENAME_PATIENCE } = this.dependencies;
    await renamePatiently(folder, intent.temporaryName, intent.fileName, renamePatience);
    await folder.flush();
  }

  /** A failed call may still have taken effect, so the live file has the last word. */
  async #withdraw(step: Step, cause: unknown): Promise<InstallResult> {
    const { folder, intent } = step;
    try {
      const live = (await folder.read(intent.fileName))?.sha256 ?? null;
      if (live === intent.newSha256) return await this.#confirm(step, null);
      await folder.remove(intent.temporaryName);
      if (live === intent.oldSha256) await this.#end(intent, 'rolled-back');
    } catch {
      // The intent stays open and is settled before the next attempt.
    }
    return { outcome: 'failed', reason: reasonOf(cause), cause };
  }

  async #confirm(step: Step, current: PlainFile | null): Promise<InstallResult> {
    const { intent } = step;
    try {
      // Through the saved path once more: it has to lead to the file that was written.
      const folder = await this.dependencies.openFolder(intent.serverId, intent.folder);
      try {
        sameOrThrow(await folder.read(intent.fileName), intent.newSha256);
      } finally {
        folder.close();
      }
    } catch (cause) {
      return this.#restore(step, current, cause);
    }
    // Should this fail, the open intent is settled before the next attempt: the file itself is in place.
    await this.#end(intent, 'done').catch(() => undefined);
    await this.dependencies.backups.rotate(intent.serverId).catch(() => undefined);
    return { outcome: 'installed', replaced: intent.oldSha256 };
  }

  async #restore(step: Step, current: PlainFile | null, cause: unknown): Promise<InstallResult> {
    const { folder, intent } = step;
    try {
      if (intent.backupName === null) {
        await folder.remove(intent.fileName);
        await folder.flush();
      } else {
        const backup = await this.dependencies.backups.read(intent.serverId, intent.backupName);
        if (backup === null) throw new AppError('verify-failed');
        await this.#place(step, backup, current ?? backup);
        sameOrThrow(await folder.read(intent.fileName), backup.sha256);
      }
      await this.#end(intent, 'rolled-back');
      return { outcome: 'rolled-back', reason: reasonOf(cause), cause };
    } catch {
      // The intent stays open and is settled before the next attempt.
      return { outcome: 'failed', reason: reasonOf(cause), cause };
    }
  }

  #end(intent: InstallIntent, record: 'done' | 'rolled-back') {
    return this.dependencies.journal.end(intent.id, record, this.#now());
  }

  #now() {
    return timestampOf(this.dependencies.clock.now());
  }
}
