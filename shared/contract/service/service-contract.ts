import { z } from 'zod';
import {
  call,
  event,
  type Client,
  type Contract,
  type Handlers,
  type Publish,
} from '@shared/contract/define';
import {
  ActivityAppended,
  ActivityPage,
  ActivityQuery,
  ActivityVerdict,
  joinAppended,
} from '@shared/domain/activity/activity';
import { CheckChange, joinCheckChanges } from '@shared/domain/connection/check-change';
import { LastCheck } from '@shared/domain/connection/connection-check';
import { MANUAL_FILE_CAP_BYTES } from '@shared/domain/licence/manual/manual-licence';
import { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { SealedSettingsDraft } from '@shared/domain/settings/settings';
import { SaveResult } from '@shared/domain/settings/settings-state';
import { StatusSnapshot } from '@shared/domain/status/status';
import { StatusChange, joinStatusChanges } from '@shared/domain/status/status-change';
import { assistanceCalls } from './assistance-calls';
import type { Caller } from './caller';
import { manualLicenceCalls } from './licence-calls';
import { updatesCalls } from './updates-calls';
import { licenceServerCalls } from './licence-server-calls';
import { lifetimeCalls } from './lifetime-calls';

/** The link between the app or the command line and Print ORS Service. No call carries a command or a free path. */
export const serviceContract = {
  status: {
    read: call({ access: 'read', input: z.void(), output: StatusSnapshot, fails: [] }),
    /** What is new since the revision named in it. */
    changed: event(StatusChange, joinStatusChanges),
  },
  connection: {
    /** Forgets the wait and the stop of the last failure and tries at once. */
    tryNow: call({ access: 'write', input: z.void(), output: z.void(), fails: [] }),
  },
  check: {
    /** Begins a check of the connection; while one is under way, it is that one. */
    start: call({ access: 'write', input: z.void(), output: z.strictObject({ id: z.uuid() }), fails: [] }),
    /** Ends the check of this id; one that has ended or never was is no failure. */
    cancel: call({ access: 'write', input: z.strictObject({ id: z.uuid() }), output: z.void(), fails: [] }),
    /** The check that is under way, or the last one since the service started. */
    read: call({ access: 'read', input: z.void(), output: LastCheck, fails: [] }),
    /** What is new in the check that runs, its end included; the first one says everything. */
    progress: event(CheckChange, joinCheckChanges),
  },
  settings: {
    /** Reads the settings file now; answers when what it says is in force. */
    reload: call({
      access: 'write',
      input: z.void(),
      output: z.void(),
      fails: ['settings-broken', 'settings-newer'],
    }),
    /**
     * Checks a draft and writes it. An installed service alone writes its settings; an embedded one, whose app writes
     * them, answers `not-allowed`. Nothing is lost by any failure.
     */
    save: call({
      access: 'write',
      input: z.strictObject({ revision: z.string().max(64), draft: SealedSettingsDraft }),
      output: SaveResult,
      fails: [
        'settings-changed-meanwhile',
        'settings-locked',
        'settings-not-writable',
        'settings-place-unsafe',
        'settings-invalid',
      ],
    }),
  },
  licence: {
    /** Verifies a licence package that a person brought, and installs it on every licence server; or takes a key set. */
    install: call({
      access: 'write',
      input: z.strictObject({ package: z.string().max(MANUAL_FILE_CAP_BYTES) }),
      output: LicenceImport,
      fails: ['no-licence-server'],
    }),
    ...licenceServerCalls,
    ...manualLicenceCalls,
  },
  updates: updatesCalls,
  announcements: {
    acknowledge: call({
      access: 'write',
      input: z.strictObject({ ids: z.array(z.uuid()).max(50) }),
      output: z.void(),
      fails: [],
    }),
  },
  assistance: assistanceCalls,
  lifetime: lifetimeCalls,
  activity: {
    read: call({ access: 'read', input: ActivityQuery, output: ActivityPage, fails: [] }),
    /** Reads and checks the whole record again. */
    verify: call({ access: 'read', input: z.void(), output: ActivityVerdict, fails: [] }),
    /** The newest entries, in order; a listener that was slow is told of no more than these. */
    appended: event(ActivityAppended, joinAppended),
  },
} as const satisfies Contract;

type ServiceContract = typeof serviceContract;
export type ServiceClient = Client<ServiceContract>;
export type ServiceHandlers = Handlers<ServiceContract, [caller: Caller]>;
export type PublishFromService = Publish<ServiceContract>;
