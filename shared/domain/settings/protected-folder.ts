/** Where the system keeps what it runs and what it is made of; what lies below belongs to it as well. */
const POSIX_SYSTEM = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/proc',
  '/sbin',
  '/sys',
  '/usr',
];
/** FlexNet's own guide installs it below here; the rest of what is there belongs to the system. */
const LOCAL = '/usr/local';
const LOCAL_SYSTEM = [
  'bin',
  'etc',
  'games',
  'include',
  'lib',
  'lib64',
  'libexec',
  'man',
  'sbin',
  'share',
  'src',
];
const WINDOWS_SYSTEM =
  /^[a-z]:\\(windows|boot|recovery|system volume information|\$[^\\]*|program files( \(x86\))?\\(windowsapps|common files))(\\|$)/;

/** One way of writing a path: without `.` and `..`, on Windows in lower case with backslashes. */
const plain = (path: string, style: 'posix' | 'windows'): string => {
  const separator = style === 'windows' ? '\\' : '/';
  const text = style === 'windows' ? path.replaceAll('/', '\\').toLowerCase() : path;
  const names: string[] = [];
  for (const name of text.split(separator)) {
    if (name === '..') names.pop();
    // Windows takes dots and blanks off the end of a name.
    else if (name !== '.' && name !== '') names.push(style === 'windows' ? name.replace(/[. ]+$/, '') : name);
  }
  return style === 'windows' ? names.join('\\') : `/${names.join('/')}`;
};

const isIn = (path: string, folder: string, separator: string) =>
  path === folder || path.startsWith(`${folder}${separator}`);

const isPosixSystem = (path: string) => {
  const isLocal = path.startsWith(`${LOCAL}/`);
  const isSystems = LOCAL_SYSTEM.some((name) => isIn(path, `${LOCAL}/${name}`, '/'));
  return POSIX_SYSTEM.some((folder) => isIn(path, folder, '/')) && !(isLocal && !isSystems);
};

/**
 * Whether an absolute path, by its text alone, is one of the system's folders, one of `own` or below one of them: nobody's
 * licences lie there, and a file that is written there could be a program, a rule of the system or a secret of ours.
 */
export const isProtectedFolder = (
  path: string,
  style: 'posix' | 'windows',
  own: readonly string[] = [],
): boolean => {
  const separator = style === 'windows' ? '\\' : '/';
  const place = plain(path, style);
  const isSystem = style === 'windows' ? WINDOWS_SYSTEM.test(place) : isPosixSystem(place);
  return isSystem || own.some((folder) => isIn(place, plain(folder, style), separator));
};
