import type { FolderTest } from '@shared/domain/folder-test';
import type { LicenceServerSettings } from '@shared/domain/settings';
import { AppError } from '@shared/errors/app-error';
import type { CheckDependencies } from './check-dependencies';
import { unlessAborted, type Stage } from './stage';

/** Longer than the folder test's own patience with a file system, whose word it then is. */
const DEADLINE_MS = 35_000;

const reasonIn = ({ steps }: FolderTest) => steps.find(({ outcome }) => outcome === 'failed')?.reason;

/** Creates, writes, renames and deletes in the licence folder, for real. */
export const licenceServerStage = (
  { id, name, path }: Pick<LicenceServerSettings, 'id' | 'name' | 'path'>,
  testFolder: CheckDependencies['testFolder'],
): Stage => ({
  name: 'licence-server',
  subject: name,
  deadlineMs: DEADLINE_MS,
  lateCode: 'timed-out',
  run: async (note, signal) => {
    if (path === '') return 'skipped';
    note({ fact: 'folder', licenceFolder: path });
    const test = await unlessAborted(testFolder(id), signal);
    for (const step of test.steps) note({ fact: 'folder-step', ...step });
    const reason = reasonIn(test);
    if (reason != null) throw new AppError(reason);
    return undefined;
  },
});

/** Stands in where there is no licence server to try. */
export const noLicenceServerStage = (): Stage => ({
  name: 'licence-server',
  subject: null,
  deadlineMs: DEADLINE_MS,
  lateCode: 'timed-out',
  run: () => Promise.reject(new AppError('no-licence-server')),
});
