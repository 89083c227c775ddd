import { z } from 'zod';
import { RereadCommands } from './reread-command';
import { normaliseProxyUrl } from './proxy-url';
import { normaliseScriptUrl } from './script-url';
import { isProxyFoundByItself, LicenceServerSettings } from './settings';
import {
  isSecretKey,
  schemaOf,
  SETTING_KEYS,
  type SecretKey,
  type SettingKey,
  type SettingValue,
} from './setting-keys';

const PolicyServer = z.strictObject({
  ...LicenceServerSettings.omit({ id: true }).shape,
  path: LicenceServerSettings.shape.path.default(''),
});

type PolicyKey = Exclude<SettingKey, SecretKey>;
type PolicyShape = { [Key in PolicyKey]: z.ZodOptional<z.ZodType<SettingValue<Key>>> };

const policyShape = Object.fromEntries(
  SETTING_KEYS.filter((key) => !isSecretKey(key)).map((key) => [key, schemaOf(key).optional()]),
) as PolicyShape;

/** Settings by their keys; a secret has no place in a file that everybody may read. */
export const PolicySettings = z.strictObject({
  ...policyShape,
  'proxy.url': schemaOf('proxy.url')
    .refine((url) => url === '' || normaliseProxyUrl(url) !== null)
    .optional(),
  'proxy.scriptUrl': schemaOf('proxy.scriptUrl')
    .refine((url) => url === '' || normaliseScriptUrl(url) !== null)
    .optional(),
  licenceServers: z.array(PolicyServer).max(100).optional(),
});
export type PolicySettings = z.output<typeof PolicySettings>;

/** Values that exclude each other must not both be locked: nobody at the computer could save anything any more. */
const isPossible = ({ locked }: { locked: PolicySettings }) =>
  !isProxyFoundByItself(locked['proxy.mode']) || locked['remoteAssistance.allowed'] !== true;

/** `policy.json`: what an organisation sets for its machines. */
export const Policy = z
  .strictObject({
    $schema: z.string().max(300).optional(),
    version: z.literal(1).default(1),
    /** The contact that is shown to people: a name, a telephone number. */
    lockedBy: z.string().max(200).default(''),
    /** In force for what was never saved on this machine. */
    defaults: PolicySettings.default({}),
    /** In force whatever was saved on this machine, and not to be changed there. */
    locked: PolicySettings.default({}),
    /** What has a licence server read its new file, by the server's name; nowhere else can a command be given. */
    rereadCommands: RereadCommands.default({}),
  })
  .refine(isPossible, { path: ['locked', 'remoteAssistance.allowed'] });
export type Policy = z.output<typeof Policy>;

/** The policy as the page and the command line receive it. */
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
