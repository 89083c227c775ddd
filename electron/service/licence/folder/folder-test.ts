import { randomBytes } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { FOLDER_STEPS, SPACE_NEEDED, type FolderTest } from '@shared/domain/licence/folder-test';
import { reasonOf } from './folder-failure-reason';
import type { LicenceFolder } from './licence-folder';
import { sha256OfBytes } from './plain-file';
import { withTimeout } from './with-timeout';
import { probeNames, removeProbes } from './probe-files';

type StepName = (typeof FOLDER_STEPS)[number];
const PROBE_BYTES = 4096;
/** Longest time a person waits for the verdict, in ms; a call that hangs goes on behind it and ends by its own limit. */
const PATIENCE = 8000;

const writeAndCompare = async (folder: LicenceFolder, name: string) => {
  const bytes = randomBytes(PROBE_BYTES);
  await folder.create(name, bytes, null);
  if ((await folder.read(name))?.sha256 !== sha256OfBytes(bytes)) throw new AppError('verify-failed');
};

/** The test while it runs: what has been found so far is its verdict should it take too long. */
class RunningTest {
  readonly #steps: FolderTest['steps'] = FOLDER_STEPS.map((step) => ({
    step,
    outcome: 'not-tried',
    reason: null,
  }));
  #freeBytes: number | null = null;
  #running: StepName | null = null;

  constructor(private readonly account: string) {}

  async run(open: () => Promise<LicenceFolder>) {
    const opened: LicenceFolder[] = [];
    await this.#note('find', async () => {
      opened.push(await open());
    });
    for (const folder of opened) {
      try {
        await this.#tryAll(folder);
      } finally {
        folder.close();
      }
    }
  }

  verdict(): FolderTest {
    const steps = this.#steps.map((step) =>
      step.step === this.#running
        ? { ...step, outcome: 'failed' as const, reason: 'timed-out' as const }
        : step,
    );
    return { account: this.account, steps, freeBytes: this.#freeBytes };
  }

  async #tryAll(folder: LicenceFolder) {
    const [first, second] = probeNames();
    await removeProbes(folder).catch(() => undefined);
    if (await this.#note('create', () => folder.create(first, new Uint8Array(), null))) {
      if (await this.#note('write', () => writeAndCompare(folder, second))) {
        await this.#note('rename', () => folder.rename(second, first));
      }
      await this.#note('delete', async () => {
        const results = await Promise.allSettled([folder.remove(first), folder.remove(second)]);
        for (const result of results) if (result.status === 'rejected') throw result.reason;
      });
    }
    await this.#note('space', async () => {
      this.#freeBytes = await folder.freeSpace();
      if (this.#freeBytes !== null && this.#freeBytes < SPACE_NEEDED) throw new AppError('disk-full');
    });
  }

  async #note(name: StepName, run: () => Promise<void>): Promise<boolean> {
    const at = FOLDER_STEPS.indexOf(name);
    this.#running = name;
    try {
      await run();
      this.#steps[at] = { step: name, outcome: 'passed', reason: null };
      return true;
    } catch (error) {
      this.#steps[at] = { step: name, outcome: 'failed', reason: reasonOf(error) };
      return false;
    } finally {
      this.#running = null;
    }
  }
}

/**
 * Finds out what the service's account may do in a licence folder, by doing it with files of its own; the licence file
 * is not touched. A folder that does not answer is said to hang after a few seconds.
 */
export const testFolder = async (
  open: () => Promise<LicenceFolder>,
  account: string | null,
): Promise<FolderTest> => {
  const test = new RunningTest(account ?? '');
  await withTimeout(test.run(open), PATIENCE);
  return test.verdict();
};
