import { z } from 'zod';
import { FolderTest } from '@shared/domain/licence/folder-test';
import { LICENCE_PATH_ERRORS } from '@shared/domain/settings/licence-path';
import { LicenceServerId, LicenceServerSettings } from '@shared/domain/settings/settings';
import { call, type Contract } from '@shared/contract/define';

const OneServer = z.strictObject({ licenceServerId: LicenceServerId });

/** Calls for one licence server; they join the domain `licence` of the contract. */
export const licenceServerCalls = {
  /** Begins an attempt at once; answers with its end, or after a few seconds when the folder hangs. */
  tryAgain: call({ access: 'write', input: OneServer, output: z.void(), fails: ['licence-server-unknown'] }),
  /** Creates, writes, renames and deletes a probe file in the saved folder, as the service's account. */
  test: call({ access: 'write', input: OneServer, output: FolderTest, fails: ['licence-server-unknown'] }),
  /**
   * The same for a folder that is not saved yet. Of shares, those of hosts that the saved settings name: the service's
   * account logs in to no other.
   */
  testBeforeSaving: call({
    access: 'write',
    input: LicenceServerSettings.pick({ kind: true, path: true }),
    output: FolderTest,
    fails: [...LICENCE_PATH_ERRORS, 'share-host-not-saved'],
  }),
  /**
   * The operator says that the licence in force was copied to this server by hand: it counts as such until a newer
   * licence comes, or the service can see or install the file itself.
   */
  markAsCopied: call({
    access: 'write',
    input: OneServer,
    output: z.void(),
    fails: ['licence-server-unknown', 'nothing-to-copy'],
  }),
} as const satisfies Contract[string];
