import { randomBytes } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { FOLDER_STEPS, type FolderTest } from '@shared/domain/folder-test';
import { reasonOf } from './file-reason';
import { openLicenceFolder, type LicenceFolder } from './licence-folder';
import type { OperationLimit } from './operation-limit';
import { hashOf } from './plain-file';

type StepName = (typeof FOLDER_STEPS)[number];
const PROBE_BYTES = 4096;

const writeAndCompare = async (folder: LicenceFolder, name: string) => {
  const bytes = randomBytes(PROBE_BYTES);
  await folder.create(name, bytes, null);
  if ((await folder.read(name))?.sha256 !== hashOf(bytes)) throw new AppError('verify-failed');
};

/** Does in the folder what an installation would do, with files of its own that it removes again. */
const stepsIn = (folder: LicenceFolder): Record<Exclude<StepName, 'find'>, () => Promise<void>> => {
  const stem = `.remote-service-test.${randomBytes(8).toString('hex')}`;
  const first = `${stem}.1.tmp`;
  const second = `${stem}.2.tmp`;
  return {
    create: () => folder.create(first, new Uint8Array(), null),
    write: () => writeAndCompare(folder, second),
    rename: () => folder.rename(second, first),
    delete: async () => {
      const results = await Promise.allSettled([folder.remove(first), folder.remove(second)]);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
    },
  };
};

/** Finds out what the service's account may do in a licence folder, by doing it; the licence file is not touched. */
export const testFolder = async (
  path: string,
  limit: OperationLimit,
  account: string | null,
): Promise<FolderTest> => {
  const steps: FolderTest['steps'] = FOLDER_STEPS.map((step) => ({
    step,
    outcome: 'not-tried',
    reason: null,
  }));
  const note = async (name: StepName, run: () => Promise<void>): Promise<boolean> => {
    const at = FOLDER_STEPS.indexOf(name);
    try {
      await run();
      steps[at] = { step: name, outcome: 'passed', reason: null };
      return true;
    } catch (error) {
      steps[at] = { step: name, outcome: 'failed', reason: reasonOf(error) };
      return false;
    }
  };
  const opened: LicenceFolder[] = [];
  await note('find', async () => {
    opened.push(await openLicenceFolder(path, limit));
  });
  for (const folder of opened) await tryAll(folder, note);
  return { account: account ?? '', steps };
};

const tryAll = async (
  folder: LicenceFolder,
  note: (name: StepName, run: () => Promise<void>) => Promise<boolean>,
) => {
  const { create, write, rename, delete: remove } = stepsIn(folder);
  if (await note('create', create)) {
    if (await note('write', write)) await note('rename', rename);
    await note('delete', remove);
  }
  folder.close();
};
