import { z } from 'zod';
import { call } from '@shared/contract/define';
import { LicenceRequest } from '@shared/domain/licence/manual/licence-request';
import {
  BackupId,
  FlexnetContent,
  LicenceFile,
  LicenceHistory,
  LicencePlacement,
  ManualReason,
  SavedLicenceFile,
} from '@shared/domain/licence/manual/manual-licence';
import { LicenceServerId } from '@shared/domain/settings/settings';

/** The person has seen what gets less, and wants it. */
const AcceptsLess = z.boolean().default(false);
const Server = z.strictObject({ licenceServerId: LicenceServerId });

/** Manual work with licence files; each call leaves its record in the audit log. */
export const manualLicenceCalls = {
  /** The licence file of the newest package, under the name that this licence server reads. */
  readFile: call({
    access: 'write',
    input: z.strictObject({ licenceServerId: LicenceServerId.nullable() }),
    output: LicenceFile,
    fails: ['licence-server-unknown', 'licence-package-missing'],
  }),
  /** A file from `readFile` was saved by hand. */
  fileSaved: call({
    access: 'write',
    input: SavedLicenceFile,
    output: z.void(),
    fails: ['licence-server-unknown'],
  }),
  /** The earlier files of one licence server. */
  history: call({
    access: 'read',
    input: Server,
    output: LicenceHistory,
    fails: ['licence-server-unknown'],
  }),
  /** Puts a kept file back, after the checks of a file that is brought; it stays until something newer comes. */
  restore: call({
    access: 'write',
    input: z.strictObject({
      licenceServerId: LicenceServerId,
      backup: BackupId,
      reason: ManualReason,
      acceptsLess: AcceptsLess,
    }),
    output: LicencePlacement,
    fails: ['licence-server-unknown', 'licence-path-required', 'backup-missing', 'backup-unusable'],
  }),
  /** Puts a bare FlexNet file in place on one licence server, after its checks. */
  installFile: call({
    access: 'write',
    input: z.strictObject({
      licenceServerId: LicenceServerId,
      content: FlexnetContent,
      acceptsLess: AcceptsLess,
    }),
    output: LicencePlacement,
    fails: ['licence-server-unknown', 'licence-path-required'],
  }),
  /** The request of an installation without a network to the service organisation. */
  request: call({
    access: 'write',
    input: z.void(),
    output: LicenceRequest,
    fails: ['serial-number-missing'],
  }),
};
