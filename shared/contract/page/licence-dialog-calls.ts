import { z } from 'zod';
import { FlexnetContent } from '@shared/domain/licence/manual/manual-licence';
import { LicenceServerId } from '@shared/domain/settings/settings';
import { call } from '@shared/contract/define';

const Saved = z.strictObject({
  /** The last part of where it was saved; null when the dialog was cancelled. */
  savedAs: z.string().max(255).nullable(),
});

/** Calls that need a dialog of the system: only the person and the app know where a file is. */
export const licenceDialogCalls = {
  /** The verified licence file, under the name that this licence server reads; never over another without asking. */
  saveFile: call({
    access: 'write',
    input: z.strictObject({ licenceServerId: LicenceServerId.nullable() }),
    output: Saved,
    fails: ['licence-server-unknown', 'licence-package-missing', 'file-not-saved'],
  }),
  /** The same for several licence servers, each in a folder of its own below one that the person chooses; null when that was cancelled. */
  saveFiles: call({
    access: 'write',
    input: z.strictObject({
      servers: z
        .array(z.strictObject({ id: LicenceServerId, name: z.string().max(100) }))
        .min(1)
        .max(100),
    }),
    output: Saved,
    fails: ['licence-server-unknown', 'licence-package-missing', 'file-exists', 'file-not-saved'],
  }),
  /** The request of an installation without a network. */
  saveRequest: call({
    access: 'write',
    input: z.void(),
    output: Saved,
    fails: ['serial-number-missing', 'file-not-saved'],
  }),
  /** The content of a file that a person chooses, in base64; null when the dialog was cancelled. */
  chooseFile: call({
    access: 'read',
    input: z.void(),
    output: z.strictObject({
      chosen: z.strictObject({ name: z.string().max(255), content: FlexnetContent }).nullable(),
    }),
    fails: ['file-unreadable', 'too-large'],
  }),
};
