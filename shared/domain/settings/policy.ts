import { z } from 'zod';
import { normaliseProxyUrl } from './proxy-url';
import { LicenceServerSettings, Settings } from './settings';
import { SETTING_KEYS, type SecretKey, type SettingKey } from './setting-keys';

const { remoteService, proxy, remoteAssistance, updates, notices } = Settings.shape;
const service = remoteService.unwrap().shape;
const proxyServer = proxy.unwrap().shape;
const login = proxyServer.authentication.unwrap().shape;
const assistance = remoteAssistance.unwrap().shape;

const PolicyServer = z.strictObject({
  ...LicenceServerSettings.omit({ id: true }).shape,
  path: LicenceServerSettings.shape.path.default(''),
});

/** Settings by their keys; a secret has no place in a file that everybody may read. */
export const PolicySettings = z.strictObject({
  'remoteService.enabled': service.enabled.unwrap().optional(),
  'remoteService.serviceOrganisationId': service.serviceOrganisationId.unwrap().optional(),
  'proxy.mode': proxyServer.mode.unwrap().optional(),
  'proxy.url': proxyServer.url
    .unwrap()
    .refine((url) => url === '' || normaliseProxyUrl(url) !== null)
    .optional(),
  'proxy.authentication.enabled': login.enabled.unwrap().optional(),
  'proxy.authentication.domain': login.domain.unwrap().optional(),
  'proxy.authentication.userName': login.userName.unwrap().optional(),
  certificates: Settings.shape.certificates.unwrap().optional(),
  licenceServers: z.array(PolicyServer).max(100).optional(),
  'remoteAssistance.allowed': assistance.allowed.unwrap().optional(),
  'remoteAssistance.endsAfterHours': assistance.endsAfterHours.unwrap().optional(),
  'remoteAssistance.historyMonths': assistance.historyMonths.unwrap().optional(),
  'updates.download': updates.unwrap().shape.download.unwrap().optional(),
  'updates.maxKilobytesPerSecond': updates.unwrap().shape.maxKilobytesPerSecond.unwrap().optional(),
  'notices.days': notices.unwrap().shape.days.unwrap().optional(),
  language: Settings.shape.language.unwrap().optional(),
  secondLanguage: Settings.shape.secondLanguage.unwrap().optional(),
} satisfies Record<Exclude<SettingKey, SecretKey>, z.ZodType>);
export type PolicySettings = z.output<typeof PolicySettings>;

/** What excludes each other must not be locked at once: nobody at the machine could save anything any more. */
const isPossible = ({ locked }: { locked: PolicySettings }) =>
  locked['proxy.mode'] !== 'detect' || locked['remoteAssistance.allowed'] !== true;

/** `policy.json`: what an organisation sets for its machines. */
export const Policy = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    version: z.literal(1).default(1),
    /** Who decides, as a person is told: a name, a telephone number. */
    lockedBy: z.string().max(200).default(''),
    /** In force for what was never saved on this machine. */
    defaults: PolicySettings.default({}),
    /** In force whatever was saved on this machine, and not to be changed there. */
    locked: PolicySettings.default({}),
  })
  .refine(isPossible, { path: ['locked', 'remoteAssistance.allowed'] });
export type Policy = z.output<typeof Policy>;

/** What the page and the command line know of a policy. */
export const PolicyState = z.strictObject({
  lockedBy: z.string().max(200),
  locked: z.array(z.enum(SETTING_KEYS)).max(SETTING_KEYS.length),
  /** Why a policy that is there is not in force. */
  problem: z
    .strictObject({
      code: z.enum(['policy-untrusted', 'policy-invalid']),
      params: z.record(z.string().max(64), z.string().max(1024)),
    })
    .nullable(),
});
export type PolicyState = z.output<typeof PolicyState>;

export const keysOf = (settings: PolicySettings): SettingKey[] =>
  SETTING_KEYS.filter((key) => Object.hasOwn(settings, key));
