import { z } from 'zod';
import { CONNECTION_REASONS } from '@shared/errors/error-catalogue';
import { Timestamp } from '@shared/domain/time/dates';
import { PROXY_MODES } from '@shared/domain/settings/settings';
import { OfferedAuthority } from '@shared/domain/settings/trusted-certificate';

/** The settings that are missing before a connection can be tried, in the order in which a person would enter them. */
export const MISSING_STEPS = [
  'service-organisation-id',
  'verification-code',
  'licence-server',
  'serial-number',
] as const;
export type MissingStep = (typeof MISSING_STEPS)[number];

/** The one union of connection states. Green only for `connected`; orange for `failed` and `service-stopped`. */
export const CONNECTION_STATES = [
  'disabled',
  'not-configured',
  'service-stopped',
  'connecting',
  'connected',
  'failed',
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

export const ConnectionStatus = z.strictObject({
  state: z.enum(CONNECTION_STATES),
  /** The failure's code; set only for `failed`. */
  reason: z.enum(CONNECTION_REASONS).nullable(),
  /** The values for the reason's sentence, such as the issuer of a certificate; absent where it needs nothing. */
  params: z.record(z.string().max(64), z.union([z.string().max(4096), z.number()])).optional(),
  /** Whom a person may choose to trust after comparing the fingerprint; only with `certificate-untrusted`. */
  authority: OfferedAuthority.optional(),
  since: Timestamp.nullable(),
  /** When it is tried again by itself; null = not before something changes or a person asks. */
  nextTry: Timestamp.nullable(),
  missing: z.array(z.enum(MISSING_STEPS)).max(MISSING_STEPS.length),
});
export type ConnectionStatus = z.output<typeof ConnectionStatus>;

/** Where the proxy server in use was named: the settings, the system's own, a script (PAC), or the network (WPAD). */
const PROXY_SOURCES = ['settings', 'system', 'script', 'network'] as const;

/** How the back office is reached. */
export const ProxyInUse = z.strictObject({
  mode: z.enum(PROXY_MODES),
  /** `host:port`; null = directly. */
  found: z.string().max(300).nullable(),
  /** Null where nothing names a proxy server or forbids one. */
  source: z.enum(PROXY_SOURCES).nullable(),
  /** The address of the script, without a login, where it is known. */
  script: z.string().max(2048).nullable(),
  /** The script of the system cannot be had or is none, so that the connection is direct; absent = nothing is known against it. */
  isScriptUnusable: z.literal(true).optional(),
  /** How the proxy server has asked for the login, once it has: `basic`, `digest`, `ntlm`, `negotiate`. */
  login: z.string().max(20).optional(),
});
export type ProxyInUse = z.output<typeof ProxyInUse>;

export type Tone = 'good' | 'warn' | 'neutral';

export const toneOf = (state: ConnectionState): Tone => {
  if (state === 'connected') return 'good';
  return state === 'failed' || state === 'service-stopped' ? 'warn' : 'neutral';
};
