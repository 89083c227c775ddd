import { z } from 'zod';
import { CalendarDay } from '@shared/domain/time/dates';
import { ConnectionCheck } from '@shared/domain/connection/connection-check';
import { ActivityVerdict } from '@shared/domain/activity/activity';
import { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { LicenceRequest } from '@shared/domain/licence/manual/licence-request';
import { BackupId, LicenceHistory, LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { LicenceFlaw, LicensedPool } from '@shared/domain/licence/licence-summary';
import { ENTITLEMENT_OUTCOMES } from '@shared/domain/licence/entitlement';
import { KeySet } from '@shared/domain/licence/format/key-set';
import { LicenceClaims, LicenceIndex, ReleaseIndex } from '@shared/domain/licence/format/licence-claims';
import { REFUSAL_CODES, RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { LicenceServerDraft, LicenceServerId, SettingsView } from '@shared/domain/settings/settings';
import { CONSEQUENCES, SettingsProblem } from '@shared/domain/settings/settings-check';
import { ServiceControlStatus } from '@shared/domain/status/service-control';
import { Status } from '@shared/domain/status/status';
import { SupportReport } from '@shared/domain/status/support-report';
import { ReleaseList, UpdateStatus } from '@shared/domain/updates/update';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { SettingsDocument } from '@electron/settings/settings-document';
import { serviceContract } from '@shared/contract/service/service-contract';
import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import type { CommandName } from './command-table';
import { PLUGIN_STATES } from './monitoring/plugin-result';

/** The JSON on stdout when a command has failed. */
export const CommandFailure = z.strictObject({
  error: z.strictObject({
    code: z.enum(ERROR_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    sentence: z.string(),
    nextStep: z.string(),
    /** The setting that it is about. */
    path: z.string().optional(),
  }),
  /** All that keeps settings from being saved. */
  problems: z.array(SettingsProblem).optional(),
});
export type CommandFailure = z.output<typeof CommandFailure>;

const SettingValue = z.union([
  z.strictObject({ isSet: z.boolean() }),
  z.string(),
  z.boolean(),
  z.number(),
  z.null(),
  z.array(z.union([z.string(), z.number(), LicenceServerDraft])),
]);

/** A bare FlexNet licence file as it reads today. */
const LicenceFileFacts = z.strictObject({
  state: z.enum(['in-force', 'not-yet', 'ended', 'unusable', 'unknown']),
  serialNumber: z.string().nullable(),
  serialNumbers: z.array(z.string()),
  expiresOn: CalendarDay.nullable(),
  servers: z.array(z.strictObject({ host: z.string(), hostId: z.string(), port: z.int().nullable() })),
  vendors: z.array(z.strictObject({ name: z.string(), port: z.int().nullable() })),
  features: z.array(LicensedPool),
  /** How many more there are. */
  moreFeatures: z.int(),
});
export type LicenceFileFacts = z.output<typeof LicenceFileFacts>;

/** The licence file that lies on a licence server. */
const FileInPlace = z.strictObject({
  licenceServerId: LicenceServerId,
  name: z.string(),
  ...LicenceFileFacts.pick({ serialNumbers: true, expiresOn: true, features: true, moreFeatures: true })
    .shape,
});
export type FileInPlace = z.output<typeof FileInPlace>;

const verdict = (claims: z.ZodType, more: z.ZodRawShape = {}) =>
  z.union([
    z.strictObject({ outcome: z.enum(['ok', 'unchanged']), claims, ...more }),
    z.strictObject({ outcome: RefusalCode }),
  ]);

const PlacedLicence = z.strictObject({ ...LicencePlacement.shape, licenceServerId: LicenceServerId });

const Entry = z.strictObject({ usage: z.string(), description: z.string() });

/** The JSON that each command prints when it has succeeded, or refuses. */
export const COMMAND_OUTPUTS = {
  status: z.union([Status, z.strictObject({ metrics: z.string() })]),
  monitor: z.strictObject({ state: z.enum(PLUGIN_STATES), line: z.string() }),
  check: ConnectionCheck,
  entitlement: z.strictObject({
    outcome: z.enum(ENTITLEMENT_OUTCOMES),
    version: z.string(),
    released: CalendarDay,
    maintenanceUntil: CalendarDay.nullable(),
    /** Why there is no maintenance date. */
    reason: z.enum(['no-licence', 'maintenance-unknown', ...REFUSAL_CODES]).nullable(),
    isClockSuspect: z.boolean(),
  }),
  settings: z.strictObject({
    controls: z.array(
      z.strictObject({
        number: z.int(),
        label: z.string(),
        /** The page, and its tab, in words. */
        page: z.string(),
        key: z.enum(SETTING_KEYS).nullable(),
        /** In words; null for a control that holds no setting. */
        value: z.string().nullable(),
        /** Fixed by the policy. */
        isLocked: z.boolean(),
      }),
    ),
  }),
  settingsGet: z.union([SettingsView, SettingValue]),
  settingsSet: z.strictObject({
    saved: z.literal(true),
    key: z.string(),
    value: SettingValue,
    consequences: z.array(z.enum(CONSEQUENCES)),
  }),
  settingsExport: z.union([
    SettingsDocument,
    z.strictObject({ file: z.string(), secretsLeftOut: SettingsDocument.shape.secretsLeftOut }),
  ]),
  settingsImport: z.strictObject({
    saved: z.boolean(),
    changes: z.array(
      z.strictObject({ key: z.enum(SETTING_KEYS), before: SettingValue, after: SettingValue }),
    ),
    consequences: z.array(z.enum(CONSEQUENCES)),
  }),
  assistanceAllow: serviceContract.assistance.permitAgain.output,
  assistanceForbid: z.strictObject({ allowed: z.literal(false), until: z.null() }),
  assistanceEnd: z.strictObject({ ended: z.boolean() }),
  serviceStatus: ServiceControlStatus,
  serviceStart: ServiceControlStatus,
  serviceStop: ServiceControlStatus,
  serviceRestart: ServiceControlStatus,
  licenceShow: z.union([
    Status.pick({ licence: true, lastSignedProof: true, refusedLicence: true }).extend({
      files: z.array(FileInPlace),
    }),
    z.strictObject({ file: LicenceFileFacts }),
  ]),
  licenceCalendar: z.union([
    z.strictObject({ file: z.string() }),
    /** With `-`: the iCalendar text. */
    z.strictObject({ calendar: z.string() }),
  ]),
  updatesList: ReleaseList,
  updatesCheck: ReleaseList,
  updatesDownload: UpdateStatus,
  updatesPause: UpdateStatus,
  updatesVerify: z.strictObject({ version: z.string(), releasedOn: z.string(), sha256: z.string() }),
  /** `flaw`: why the file inside is of no use to a licence server, so that it would not be installed; left out = it is of use. */
  licenceVerify: verdict(LicenceClaims, { flaw: LicenceFlaw.optional() }),
  licenceInstall: z.union([LicenceImport, PlacedLicence]),
  licenceRestore: z.union([
    z.strictObject({ ...PlacedLicence.shape, backup: BackupId }),
    z.strictObject({ licenceServerId: LicenceServerId, kept: LicenceHistory.shape.kept }),
  ]),
  licenceExport: z.union([
    z.strictObject({ file: z.string(), sequence: z.int() }),
    /** With `-`: the licence file itself, and what a server calls it. */
    z.strictObject({ fileName: z.string(), content: z.string(), sequence: z.int() }),
  ]),
  licenceRequest: z.union([z.strictObject({ file: z.string(), request: LicenceRequest }), LicenceRequest]),
  activityVerify: ActivityVerdict,
  trustVerify: verdict(KeySet),
  indexVerify: verdict(z.union([LicenceIndex, ReleaseIndex])),
  report: z.union([SupportReport, z.strictObject({ file: z.string(), bytes: z.int() })]),
  help: z.strictObject({
    commands: z.array(Entry),
    options: z.array(Entry),
    exitCodes: z.array(z.strictObject({ code: z.int(), description: z.string() })),
    example: z.string().optional(),
  }),
  schema: z.looseObject({}),
  completion: z.strictObject({ shell: z.enum(['bash', 'zsh', 'fish', 'powershell']), script: z.string() }),
  man: z.strictObject({ page: z.string() }),
} as const satisfies Record<CommandName, z.ZodType>;

/** The schema of everything that a command prints with `--json`. */
export const outputOf = (name: CommandName) => z.union([COMMAND_OUTPUTS[name], CommandFailure]);
