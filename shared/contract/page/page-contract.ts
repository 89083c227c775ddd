import { z } from 'zod';
import { Preferences } from '@shared/domain/settings/preferences';
import { ProgramParts } from '@shared/domain/status/program-part';
import { Settings, SettingsDraft } from '@shared/domain/settings/settings';
import { SettingsCheck } from '@shared/domain/settings/settings-check';
import { SaveResult, SettingsState } from '@shared/domain/settings/settings-state';
import { TrustedCertificate } from '@shared/domain/settings/trusted-certificate';
import { LOCALES } from '@shared/domain/settings/locales';
import { serviceContract } from '@shared/contract/service/service-contract';
import { updatesCalls } from '@shared/contract/service/updates-calls';
import { manualLicenceCalls } from '@shared/contract/service/licence-calls';
import { licenceServerCalls } from '@shared/contract/service/licence-server-calls';
import { calendarCalls } from './calendar-calls';
import { diagnosticsCalls } from './diagnostics-calls';
import { assistancePageCalls } from './assistance-page-calls';
import { call, event, type Client, type Contract, type Handlers } from '@shared/contract/define';
import { licenceDialogCalls } from './licence-dialog-calls';
import { serviceAccountCalls } from './service-account-calls';
import { serviceControlCalls } from './service-control-calls';
import { updatesDialogCalls } from './updates-dialog-calls';

/** Pages outside the program that may be opened: constant addresses of the vendor profile, held by the app. */
const LINKS = ['help-desk'] as const;

/** The facts that the page receives about program and computer; named facts, never the environment. */
export const AppFacts = z.strictObject({
  appVersion: z.string().max(40),
  vendorName: z.string().max(200),
  product: z.string().max(100),
  helpDeskPhone: z.string().max(50),
  pathStyle: z.enum(['posix', 'windows']),
  locale: z.enum(LOCALES),
  preferences: Preferences,
  /** Whether the app starts with the person's session; null where it cannot. */
  startsAtLogin: z.boolean().nullable(),
  runtime: z.string().max(100),
  /** The rights of the person's account in the service, and which group's members may change and command. */
  access: z.strictObject({ may: z.enum(['change', 'look', 'nothing']), group: z.string().max(100) }),
});
export type AppFacts = z.output<typeof AppFacts>;

/** The link between a page and the app. */
export const contract = {
  app: {
    facts: call({ access: 'read', input: z.void(), output: AppFacts, fails: [] }),
    factsChanged: event(AppFacts),
    savePreferences: call({
      access: 'write',
      input: Preferences,
      output: AppFacts,
      fails: ['settings-not-writable'],
    }),
    /** The packages in the program, with their licences. */
    parts: call({ access: 'read', input: z.void(), output: ProgramParts, fails: [] }),
    openLink: call({
      access: 'read',
      input: z.strictObject({ link: z.enum(LINKS) }),
      output: z.void(),
      fails: [],
    }),
    /** The tray or a notification asks an open page to go somewhere. */
    navigate: event(
      z.strictObject({ to: z.enum(['overview', 'remote-service', 'licence', 'activity', 'about', 'check']) }),
    ),
  },
  // A call that the app only passes on uses the service's own entry, so that the two contracts cannot differ.
  status: serviceContract.status,
  connection: serviceContract.connection,
  check: {
    ...serviceContract.check,
    /** Puts the last check into the clipboard, in words made by the app; false when there is none. */
    copyText: call({
      access: 'read',
      input: z.void(),
      output: z.strictObject({ isCopied: z.boolean() }),
      fails: [],
    }),
  },
  settings: {
    read: call({ access: 'read', input: z.void(), output: SettingsState, fails: ['not-operator'] }),
    changed: event(SettingsState),
    check: call({ access: 'read', input: SettingsDraft, output: SettingsCheck, fails: [] }),
    save: call({
      access: 'write',
      input: z.strictObject({ revision: z.string().max(64), draft: SettingsDraft }),
      output: SaveResult,
      fails: [
        'settings-changed-meanwhile',
        'settings-locked',
        'settings-not-writable',
        'settings-place-unsafe',
        'settings-need-service',
        'keychain-unavailable',
        'keychain-damaged',
      ],
    }),
    /** The system's folder dialog; null when it was cancelled. */
    chooseLicenceFolder: call({
      access: 'read',
      input: z.void(),
      output: z.strictObject({ folder: z.string().max(1024).nullable() }),
      fails: [],
    }),
    /** The system's file dialog; the certificates of the chosen file, none when it was cancelled. Nothing is saved yet. */
    chooseCertificates: call({
      access: 'read',
      input: z.void(),
      output: z.strictObject({ certificates: z.array(TrustedCertificate).max(10) }),
      fails: [
        'file-unreadable',
        'certificate-unreadable',
        'certificate-no-authority',
        'certificate-out-of-date',
      ],
    }),
    /** Describes the certificates of the settings, in their order. */
    describeCertificates: call({
      access: 'read',
      input: z.strictObject({ certificates: Settings.shape.certificates.unwrap() }),
      output: z.strictObject({ certificates: z.array(TrustedCertificate).max(50) }),
      fails: [],
    }),
  },
  licence: {
    ...licenceServerCalls,
    install: serviceContract.licence.install,
    installFile: manualLicenceCalls.installFile,
    history: manualLicenceCalls.history,
    restore: manualLicenceCalls.restore,
    ...licenceDialogCalls,
  },
  calendar: calendarCalls,
  service: serviceControlCalls,
  updates: {
    list: updatesCalls.list,
    check: updatesCalls.check,
    download: updatesCalls.download,
    pause: updatesCalls.pause,
    ...updatesDialogCalls,
  },
  account: serviceAccountCalls,
  announcements: serviceContract.announcements,
  diagnostics: diagnosticsCalls,
  assistance: assistancePageCalls,
  activity: {
    read: serviceContract.activity.read,
    appended: serviceContract.activity.appended,
    /** Saves the whole log as JSON lines through the system's save dialog; null when it was cancelled. */
    export: call({
      access: 'read',
      input: z.void(),
      output: z.strictObject({ fileName: z.string().max(255).nullable() }),
      fails: ['settings-not-writable'],
    }),
  },
} as const satisfies Contract;

export type AppContract = typeof contract;
export type AppClient = Client<AppContract>;
export type AppHandlers = Handlers<AppContract>;
