import type { ErrorCode } from '@shared/errors/error-catalogue';
import { isProtectedFolder } from './protected-folder';
import type { LicenceServerSettings } from './settings';

/** How the service's machine writes an absolute path; the check itself stays free of the operating system. */
export type PathStyle = 'posix' | 'windows';

/** Classifies a licence path by its text alone: nothing is opened or resolved. */
export type LicencePath =
  | { kind: 'folder' }
  /** `\\host\share\...`; the host in lower case. */
  | { kind: 'share'; host: string }
  | { kind: 'refused'; code: LicencePathError };

/** Why a path cannot be that of a licence server. */
export const LICENCE_PATH_ERRORS = [
  'licence-path-not-absolute',
  'licence-path-mapped-drive',
  'licence-path-share-form',
  'licence-path-share-unmounted',
  'licence-path-not-local',
  'folder-protected',
] as const satisfies readonly ErrorCode[];
type LicencePathError = (typeof LICENCE_PATH_ERRORS)[number];

const refused = (code: LicencePathError): LicencePath => ({ kind: 'refused', code });

const DRIVE = /^[A-Za-z]:/;
const DNS_LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const IPV4 = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/;
/** Names that lead elsewhere than to a folder of the host: its pipes, mailslots, and the share that all hosts have. */
const NO_SHARES = new Set(['pipe', 'mailslot', 'ipc$']);
const RESERVED = /[<>:"|?*/]/;

/**
 * A plain host name or a dotted IPv4 address. Ports and protocols (`host@80`, `host@ssl`), which lead to WebDAV, other
 * spellings of an address (`0x7f.1`, `2130706433`) and IPv6 in disguise (`--1.ipv6-literal.net`) are none.
 */
const isHost = (host: string) => {
  if (IPV4.test(host)) return !/(^|\.)0\d/.test(host);
  if (host.length > 253 || host.endsWith('ipv6-literal.net')) return false;
  const labels = host.split('.');
  return labels.every((label) => DNS_LABEL.test(label)) && !/^(0x[0-9a-f]*|\d+)$/.test(labels.at(-1) ?? '');
};

const isFolderName = (name: string) => !RESERVED.test(name) && !/^\.{1,2}$/.test(name) && !/[. ]$/.test(name);

const classifyShare = (path: string): LicencePath => {
  const [host = '', share = '', ...folders] = path.slice(2).replace(/\\$/, '').split('\\');
  const names = [share, ...folders];
  const isPlain =
    isHost(host.toLowerCase()) &&
    names.every((name) => name !== '' && isFolderName(name)) &&
    !NO_SHARES.has(share.toLowerCase());
  return isPlain ? { kind: 'share', host: host.toLowerCase() } : refused('licence-path-share-form');
};

const classifyRemote = (path: string, style: PathStyle): LicencePath => {
  if (DRIVE.test(path)) return refused('licence-path-mapped-drive');
  // On a POSIX system two slashes mean no more than one, but whoever wrote them meant a share.
  if (path.startsWith('//')) return refused('licence-path-share-form');
  if (path.startsWith('\\\\')) {
    const share = classifyShare(path);
    return share.kind === 'share' && style === 'posix' ? refused('licence-path-share-unmounted') : share;
  }
  const isMounted = style === 'posix' && path.startsWith('/');
  return isMounted ? { kind: 'folder' } : refused('licence-path-not-absolute');
};

const classifyLocal = (path: string, style: PathStyle): LicencePath => {
  if (/^([\\/])\1/.test(path)) return refused('licence-path-not-local');
  const isAbsolute = style === 'posix' ? path.startsWith('/') : /^[A-Za-z]:[\\/]/.test(path);
  return isAbsolute ? { kind: 'folder' } : refused('licence-path-not-absolute');
};

/**
 * A remote server takes a share (Windows) or a folder on which one is mounted (POSIX), never a drive letter: those
 * belong to a person's session, and the service has none. A local one takes a folder of the machine, never a share.
 * Neither takes a folder of the system; where links lead is looked at when the folder is opened.
 */
export const classifyLicencePath = (
  kind: LicenceServerSettings['kind'],
  path: string,
  style: PathStyle,
): LicencePath => {
  const found = kind === 'remote' ? classifyRemote(path, style) : classifyLocal(path, style);
  return found.kind === 'folder' && isProtectedFolder(path, style) ? refused('folder-protected') : found;
};

/** The hosts that the operator has saved, in lower case: no other is ever contacted. */
export const savedShareHosts = (
  servers: readonly Pick<LicenceServerSettings, 'kind' | 'path'>[],
): Set<string> => {
  const paths = servers.map(({ kind, path }) => classifyLicencePath(kind, path, 'windows'));
  return new Set(paths.flatMap((path) => (path.kind === 'share' ? [path.host] : [])));
};
