import { z } from 'zod';
import { CalendarDay } from '@shared/domain/time/dates';
import { LOCALES } from './locales';

/** The version of the settings file this program writes; a file with a higher one is kept aside and not read. */
export const SETTINGS_VERSION = 2;

const text = (max: number) => z.string().max(max);

/** A secret as the settings file keeps it: a compact JWE that only the service can open. */
export const SealedSecret = text(8192).regex(/^[\w-]+(\.[\w-]*){4}$/);

/** The data-folder id of a licence server: stable when its name or path changes. */
export const LicenceServerId = z.string().regex(/^[\w-]{1,64}$/);

export const LicenceServerSettings = z.strictObject({
  id: LicenceServerId,
  name: text(100).min(1),
  kind: z.enum(['local', 'remote']),
  /** The licence folder, absolute; empty for a remote server that is updated by hand. */
  path: text(1024),
  fileName: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .default('prismadirect.lic'),
  host: text(253).default(''),
  /** FlexNet port or range to probe; empty = 27000-27009. */
  ports: text(40).default(''),
  hostId: text(64).default(''),
});
export type LicenceServerSettings = z.output<typeof LicenceServerSettings>;

export const PROXY_MODES = ['none', 'detect', 'script', 'manual'] as const;

/** Whether the proxy server is not named by a person; the remote assistance program cannot follow there. */
export const isProxyFoundByItself = (mode: (typeof PROXY_MODES)[number] | undefined): boolean =>
  mode === 'detect' || mode === 'script';

/** How early before an end date a reminder may be sent, and how many reminders there may be. */
export const NOTICE_LIMITS = { days: 365, count: 20 } as const;

/** `settings.json`, whole. Sections default, so that an older or hand-made file with less in it still loads. */
export const Settings = z.strictObject({
  version: z.literal(SETTINGS_VERSION).default(SETTINGS_VERSION),
  remoteService: z
    .strictObject({
      enabled: z.boolean().default(false),
      serviceOrganisationId: text(64).default(''),
      verificationCode: SealedSecret.nullable().default(null),
    })
    .prefault({}),
  proxy: z
    .strictObject({
      mode: z.enum(PROXY_MODES).default('none'),
      url: text(300).default(''),
      /** The address of a proxy script (PAC). */
      scriptUrl: text(2048).default(''),
      authentication: z
        .strictObject({
          enabled: z.boolean().default(false),
          domain: text(255).default(''),
          userName: text(255).default(''),
          password: SealedSecret.nullable().default(null),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Extra certificates, PEM, trusted for the back office in addition to the system's. */
  certificates: z.array(text(16_384)).max(50).default([]),
  licenceServers: z.array(LicenceServerSettings).max(100).default([]),
  remoteAssistance: z
    .strictObject({
      allowed: z.boolean().default(false),
      endsAfterHours: z.number().int().min(1).max(168).nullable().default(8),
      /** So long a request and its session are kept in the history. */
      historyMonths: z.number().int().min(6).max(120).default(12),
    })
    .prefault({}),
  updates: z
    .strictObject({
      download: z.boolean().default(true),
      /** The most a download may take of the line; null = as fast as it goes. */
      maxKilobytesPerSecond: z.number().int().min(10).max(10_000_000).nullable().default(null),
      /** The first day, UTC, on which new versions are offered; null = at once. */
      holdUntil: CalendarDay.max(10).nullable().default(null),
    })
    .prefault({}),
  notices: z
    .strictObject({
      days: z
        .array(z.number().int().min(0).max(NOTICE_LIMITS.days))
        .max(NOTICE_LIMITS.count)
        .default([60, 30, 14, 7, 3, 1, 0]),
    })
    .prefault({}),
  language: z.enum(LOCALES).nullable().default(null),
  secondLanguage: z.enum(LOCALES).nullable().default(null),
});
export type Settings = z.output<typeof Settings>;

export const defaultSettings = (): Settings => Settings.parse({});

/** Settings as they may leave the settings layer: a secret is only said to be set or not. */
export const SettingsView = z.strictObject({
  ...Settings.shape,
  remoteService: z.strictObject({
    enabled: z.boolean(),
    serviceOrganisationId: text(64),
    verificationCode: z.strictObject({ isSet: z.boolean() }),
  }),
  proxy: z.strictObject({
    mode: z.enum(PROXY_MODES),
    url: text(300),
    scriptUrl: text(2048),
    authentication: z.strictObject({
      enabled: z.boolean(),
      domain: text(255),
      userName: text(255),
      password: z.strictObject({ isSet: z.boolean() }),
    }),
  }),
});
export type SettingsView = z.output<typeof SettingsView>;

export const viewOf = (settings: Settings): SettingsView => ({
  ...settings,
  remoteService: {
    ...settings.remoteService,
    verificationCode: { isSet: settings.remoteService.verificationCode !== null },
  },
  proxy: {
    ...settings.proxy,
    authentication: {
      ...settings.proxy.authentication,
      password: { isSet: settings.proxy.authentication.password !== null },
    },
  },
});

/** A secret as it is typed. */
export const SecretValue = text(512).min(1);

/** The change of a secret that a person asks for; a new value crosses one process boundary, then is sealed. */
export const SecretChange = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('keep') }),
  z.strictObject({ action: z.literal('clear') }),
  z.strictObject({ action: z.literal('set'), value: SecretValue }),
]);
export type SecretChange = z.output<typeof SecretChange>;

/** A licence server as drafted; the id of a new one is given on save. */
export const LicenceServerDraft = z.strictObject({
  ...LicenceServerSettings.shape,
  id: LicenceServerId.nullable(),
  name: text(100),
  fileName: text(100),
});
export type LicenceServerDraft = z.output<typeof LicenceServerDraft>;

/** The settings as the page and the command line edit them. Bounds only; `checkDraft` reports the errors. */
export const SettingsDraft = z.strictObject({
  ...SettingsView.shape,
  remoteService: z.strictObject({
    ...SettingsView.shape.remoteService.shape,
    serviceOrganisationId: text(300),
    verificationCode: SecretChange,
  }),
  proxy: z.strictObject({
    ...SettingsView.shape.proxy.shape,
    authentication: z.strictObject({
      ...SettingsView.shape.proxy.shape.authentication.shape,
      password: SecretChange,
    }),
  }),
  licenceServers: z.array(LicenceServerDraft).max(100),
});
export type SettingsDraft = z.output<typeof SettingsDraft>;

/** The same for a draft that leaves the process it was made in: a new value is sealed to the service before. */
export const SealedSecretChange = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('keep') }),
  z.strictObject({ action: z.literal('clear') }),
  z.strictObject({ action: z.literal('set'), sealed: SealedSecret }),
]);
export type SealedSecretChange = z.output<typeof SealedSecretChange>;

export const SealedSettingsDraft = z.strictObject({
  ...SettingsDraft.shape,
  remoteService: SettingsDraft.shape.remoteService.extend({ verificationCode: SealedSecretChange }),
  proxy: SettingsDraft.shape.proxy.extend({
    authentication: SettingsDraft.shape.proxy.shape.authentication.extend({ password: SealedSecretChange }),
  }),
});
export type SealedSettingsDraft = z.output<typeof SealedSettingsDraft>;

export const draftOf = (view: SettingsView): SettingsDraft => ({
  ...view,
  remoteService: { ...view.remoteService, verificationCode: { action: 'keep' } },
  proxy: {
    ...view.proxy,
    authentication: { ...view.proxy.authentication, password: { action: 'keep' } },
  },
});
