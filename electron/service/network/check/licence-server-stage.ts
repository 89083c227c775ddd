import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { LicenceServing } from '@shared/domain/licence/licence-summary';
import type { LicenceServerSettings } from '@shared/domain/settings/settings';
import { AppError } from '@shared/errors/app-error';
import type { CheckDependencies } from './check-dependencies';
import { unlessAborted, type NoteFact, type Stage } from './stage';

/** Longer than the folder test's own patience with a file system, whose word it then is. */
const DEADLINE_MS = 35_000;

const reasonIn = ({ steps }: FolderTest) => steps.find(({ outcome }) => outcome === 'failed')?.reason;

/** The findings on the ports; that nobody listens yet is no failure. */
const noteServing = ({ state, host, port, vendorPort }: LicenceServing, note: NoteFact) => {
  if (state === 'not-asked' || host === null) return;
  note(port === null ? { fact: 'not-serving', host } : { fact: 'listening', host, port });
  if (vendorPort === null) return;
  note({ fact: vendorPort.isOpen ? 'vendor-port-open' : 'vendor-port-closed', port: vendorPort.port });
};

/** Creates, writes, renames and deletes in the licence folder, for real, and asks the ports of the licence server. */
export const licenceServerStage = (
  { id, name, path }: Pick<LicenceServerSettings, 'id' | 'name' | 'path'>,
  { testFolder, askServing }: Pick<CheckDependencies, 'testFolder' | 'askServing'>,
): Stage => ({
  name: 'licence-server',
  subject: name,
  deadlineMs: DEADLINE_MS,
  lateCode: 'timed-out',
  run: async (note, signal) => {
    const asking = askServing(id);
    // Awaited only after the folder, which may be given up before.
    asking.catch(() => undefined);
    if (path === '') {
      noteServing(await unlessAborted(asking, signal), note);
      return 'skipped';
    }
    note({ fact: 'folder', licenceFolder: path });
    const test = await unlessAborted(testFolder(id), signal);
    for (const step of test.steps) note({ fact: 'folder-step', ...step });
    noteServing(await unlessAborted(asking, signal), note);
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
