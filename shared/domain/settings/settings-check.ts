import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '@shared/errors/error-catalogue';
import type { Params } from '@shared/errors/app-error';
import { cleanCopied } from '@shared/domain/text/copied-text';
import { classifyLicencePath, type PathStyle } from './licence-path';
import { isHostName, portsOf } from './licence-server-ports';
import { normaliseProxyUrl } from './proxy-url';
import { normaliseScriptUrl } from './script-url';
import {
  isProxyFoundByItself,
  LicenceServerSettings,
  type LicenceServerDraft,
  type SealedSettingsDraft,
  type SettingsDraft,
  type SettingsView,
} from './settings';

/** A field that cannot be saved as it is; `path` is the settings key, `licenceServers.2.path` for a row. */
export const SettingsProblem = z.strictObject({
  path: z.string().max(200),
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string().max(4096), z.number()])),
});
export type SettingsProblem = z.output<typeof SettingsProblem>;

/** The consequences of saving; the text is `consequence.<name>` in `shared/i18n`. */
export const CONSEQUENCES = [
  'connects',
  'disconnects',
  'registers-again',
  'reconnects',
  'licence-servers-read',
  'licence-server-removed',
] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export const SettingsCheck = z.strictObject({
  problems: z.array(SettingsProblem).max(500),
  consequences: z.array(z.enum(CONSEQUENCES)).max(CONSEQUENCES.length),
  isChanged: z.boolean(),
});
export type SettingsCheck = z.output<typeof SettingsCheck>;

/** What is checked of a secret is whether there will be one, never its value. */
type AnyDraft = SettingsDraft | SealedSettingsDraft;

const samePath = (path: string, style: PathStyle) => {
  const plain = path.trim().replace(/[\\/]+$/, '');
  return style === 'windows' ? plain.toLowerCase().replaceAll('/', '\\') : plain;
};

const problem = (path: string, code: ErrorCode, params: Params = {}): SettingsProblem => ({
  path,
  code,
  params,
});

const hasControlCharacters = (text: string) => /\p{Cc}/u.test(text);

const textProblems = (path: string, text: string, max: number): SettingsProblem[] => {
  if (hasControlCharacters(text)) return [problem(path, 'setting-characters')];
  return text.length > max ? [problem(path, 'setting-too-long', { max })] : [];
};

const healthProblems = ({ host, ports, hostId }: LicenceServerDraft, at: string): SettingsProblem[] => {
  const problems = textProblems(`${at}.hostId`, hostId, 64);
  const name = cleanCopied(host);
  if (name !== '' && !isHostName(name)) problems.push(problem(`${at}.host`, 'licence-host-invalid'));
  if (portsOf(cleanCopied(ports)) === null) problems.push(problem(`${at}.ports`, 'licence-ports-invalid'));
  return problems;
};

const licenceServerProblems = (
  server: LicenceServerDraft,
  at: string,
  style: PathStyle,
): SettingsProblem[] => {
  const problems = [
    ...textProblems(`${at}.name`, server.name, 100),
    ...textProblems(`${at}.path`, server.path, 1024),
  ];
  if (cleanCopied(server.name) === '') problems.push(problem(`${at}.name`, 'setting-required'));
  const path = server.path.trim();
  const found = classifyLicencePath(server.kind, path, style);
  // A remote server may have no folder: then it is updated by hand.
  if (path === '' && server.kind === 'local') problems.push(problem(`${at}.path`, 'licence-path-required'));
  if (path !== '' && found.kind === 'refused') problems.push(problem(`${at}.path`, found.code));
  if (!LicenceServerSettings.shape.fileName.safeParse(server.fileName).success) {
    problems.push(problem(`${at}.fileName`, 'licence-file-name-invalid'));
  }
  return [...problems, ...healthProblems(server, at)];
};

const duplicateProblems = (servers: LicenceServerDraft[], style: PathStyle): SettingsProblem[] =>
  servers.flatMap((server, index) => {
    const earlier = servers.slice(0, index);
    const at = `licenceServers.${index}`;
    const sameName = earlier.some(
      (other) => other.name.trim().toLowerCase() === server.name.trim().toLowerCase(),
    );
    const sameTarget = earlier.some(
      (other) =>
        server.path.trim() !== '' &&
        samePath(other.path, style) === samePath(server.path, style) &&
        other.fileName.toLowerCase() === server.fileName.toLowerCase(),
    );
    return [
      ...(sameName && server.name.trim() !== '' ? [problem(`${at}.name`, 'licence-server-name-taken')] : []),
      ...(sameTarget ? [problem(`${at}.path`, 'licence-server-path-taken')] : []),
    ];
  });

const proxyLoginProblems = (
  { authentication }: AnyDraft['proxy'],
  saved: SettingsView['proxy'],
): SettingsProblem[] => {
  const { enabled, domain, userName, password } = authentication;
  const at = 'proxy.authentication';
  const problems = [
    ...textProblems(`${at}.domain`, domain, 255),
    ...textProblems(`${at}.userName`, userName, 255),
  ];
  if (!enabled) return problems;
  if (userName.trim() === '') problems.push(problem(`${at}.userName`, 'proxy-user-name-required'));
  const isPasswordKept = password.action === 'keep' && saved.authentication.password.isSet;
  if (password.action !== 'set' && !isPasswordKept) {
    problems.push(problem(`${at}.password`, 'proxy-password-required'));
  }
  return problems;
};

const proxyProblems = ({ proxy, remoteAssistance }: AnyDraft, saved: SettingsView): SettingsProblem[] => {
  const problems: SettingsProblem[] = [];
  if (isProxyFoundByItself(proxy.mode) && remoteAssistance.allowed) {
    problems.push(problem('proxy.mode', 'proxy-detect-with-assistance'));
  }
  if (proxy.mode !== 'none') problems.push(...proxyLoginProblems(proxy, saved.proxy));
  if (proxy.mode === 'manual' && proxy.url.trim() === '')
    problems.push(problem('proxy.url', 'proxy-url-required'));
  else if (proxy.url.trim() !== '' && normaliseProxyUrl(proxy.url) === null) {
    problems.push(problem('proxy.url', 'proxy-url-invalid'));
  }
  if (proxy.mode === 'script' && proxy.scriptUrl.trim() === '')
    problems.push(problem('proxy.scriptUrl', 'proxy-script-required'));
  else if (proxy.scriptUrl.trim() !== '' && normaliseScriptUrl(proxy.scriptUrl) === null) {
    problems.push(problem('proxy.scriptUrl', 'proxy-script-invalid'));
  }
  return problems;
};

const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);

/** The settings without their secrets, in one order of keys, so that two of them can be compared as text. */
const withoutSecrets = ({ remoteService, proxy, ...rest }: AnyDraft | SettingsView) => ({
  ...rest,
  remoteService: { ...remoteService, verificationCode: null },
  proxy: { ...proxy, authentication: { ...proxy.authentication, password: null } },
});

const isChanged = (draft: AnyDraft, saved: SettingsView) =>
  draft.remoteService.verificationCode.action !== 'keep' ||
  draft.proxy.authentication.password.action !== 'keep' ||
  differs(withoutSecrets(draft), withoutSecrets(saved));

const consequencesOf = (draft: AnyDraft, saved: SettingsView): Consequence[] => {
  const was = saved.remoteService.enabled;
  const will = draft.remoteService.enabled;
  const identity =
    cleanCopied(draft.remoteService.serviceOrganisationId) !== saved.remoteService.serviceOrganisationId ||
    draft.remoteService.verificationCode.action !== 'keep';
  const withoutPassword = ({ authentication, ...proxy }: AnyDraft['proxy'] | SettingsView['proxy']) => ({
    ...proxy,
    authentication: { ...authentication, password: null },
  });
  const proxy =
    differs(withoutPassword(draft.proxy), withoutPassword(saved.proxy)) ||
    draft.proxy.authentication.password.action !== 'keep';
  const kept = new Set(draft.licenceServers.map((server) => server.id));
  return [
    ...(will && !was ? (['connects'] as const) : []),
    ...(was && !will ? (['disconnects'] as const) : []),
    ...(was && will && identity ? (['registers-again'] as const) : []),
    ...(was && will && !identity && (proxy || differs(draft.certificates, saved.certificates))
      ? (['reconnects'] as const)
      : []),
    ...(saved.licenceServers.some((server) => !kept.has(server.id))
      ? (['licence-server-removed'] as const)
      : []),
    ...(differs(draft.licenceServers, saved.licenceServers) ? (['licence-servers-read'] as const) : []),
  ];
};

/**
 * Says all that keeps a draft from being saved, and what saving it will cause. Pure: the same answer in the page (while
 * typing), in the app (before saving) and in the command line.
 */
export const checkDraft = (draft: AnyDraft, saved: SettingsView, style: PathStyle): SettingsCheck => ({
  problems: [
    ...textProblems('remoteService.serviceOrganisationId', draft.remoteService.serviceOrganisationId, 64),
    ...proxyProblems(draft, saved),
    ...draft.licenceServers.flatMap((server, index) =>
      licenceServerProblems(server, `licenceServers.${index}`, style),
    ),
    ...duplicateProblems(draft.licenceServers, style),
  ],
  consequences: consequencesOf(draft, saved),
  isChanged: isChanged(draft, saved),
});
