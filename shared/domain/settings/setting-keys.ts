/** Every setting by the name that the file, the command line, the policy and the checks use for it. */
export const SETTING_KEYS = [
  'remoteService.enabled',
  'remoteService.serviceOrganisationId',
  'remoteService.verificationCode',
  'proxy.mode',
  'proxy.url',
  'proxy.authentication.enabled',
  'proxy.authentication.domain',
  'proxy.authentication.userName',
  'proxy.authentication.password',
  'certificates',
  'licenceServers',
  'remoteAssistance.allowed',
  'remoteAssistance.endsAfterHours',
  'remoteAssistance.historyMonths',
  'updates.download',
  'updates.maxKilobytesPerSecond',
  'notices.days',
  'language',
  'secondLanguage',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export const SECRET_KEYS = ['remoteService.verificationCode', 'proxy.authentication.password'] as const;
export type SecretKey = (typeof SECRET_KEYS)[number];

export const isSecretKey = (key: SettingKey): key is SecretKey =>
  (SECRET_KEYS as readonly string[]).includes(key);

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a key of settings in any of their forms; undefined where there is none. */
export const valueAt = (settings: object, key: SettingKey): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (node, name) => (isTree(node) && Object.hasOwn(node, name) ? node[name] : undefined),
      settings,
    );

/** A deep copy with the value at one key replaced; a section that is missing, or no section, is made. */
export const withValueAt = (settings: object, key: SettingKey, value: unknown): Tree => {
  const copy = structuredClone(settings) as Tree;
  const names = key.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce<Tree>((node, name) => {
    if (!Object.hasOwn(node, name) || !isTree(node[name])) node[name] = {};
    return node[name] as Tree;
  }, copy);
  parent[last] = value;
  return copy;
};
