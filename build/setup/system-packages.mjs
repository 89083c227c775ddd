import { existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall } from './apt.mjs';
import { PlainError, say } from './report.mjs';
import { run } from './run.mjs';

/** Debian package -> what proves that it, or its counterpart of another distribution, is there. */
const ELECTRON_LIBRARIES = {
  'libgtk-3-0': { library: 'libgtk-3.so.0' },
  libnss3: { library: 'libnss3.so' },
  libasound2: { library: 'libasound.so.2' },
  libgbm1: { library: 'libgbm.so.1' },
  libxss1: { library: 'libXss.so.1' },
  'libsecret-1-0': { library: 'libsecret-1.so.0' },
  libnotify4: { library: 'libnotify.so.4' },
};
const VIRTUAL_DISPLAY = { xvfb: { command: 'Xvfb' }, xauth: { command: 'xauth' } };
const TEST_TOOLS = {
  strace: { command: 'strace' },
  openssl: { command: 'openssl' },
  gnupg: { command: 'gpg' },
  dbus: { command: 'dbus-run-session' },
  'dbus-x11': { command: 'dbus-launch' },
  'gnome-keyring': { command: 'gnome-keyring-daemon' },
  'libsecret-tools': { command: 'secret-tool' },
  chromium: { command: 'chromium' },
  curl: { command: 'curl' },
  squid: { command: 'squid' },
  winbind: { command: 'ntlm_auth' },
  'apache2-utils': { command: 'htpasswd' },
  faketime: { command: 'faketime' },
  samba: { command: 'smbd' },
  'samba-common-bin': { command: 'smbpasswd' },
  'samba-vfs-modules': { file: '/usr/lib/x86_64-linux-gnu/samba/vfs/acl_xattr.so' },
  smbclient: { command: 'smbcacls' },
  smbnetfs: { command: 'smbnetfs' },
  fuse3: { command: 'fusermount3' },
  'groff-base': { command: 'groff' },
  'systemd-container': { command: 'systemd-nspawn' },
  polkitd: { command: 'pkaction' },
  pkexec: { command: 'pkexec' },
  nsis: { command: 'makensis' },
  wine64: { file: '/usr/lib/wine/wine64' },
  'gcc-mingw-w64-x86-64-win32': { command: 'x86_64-w64-mingw32-gcc' },
  gcc: { command: 'gcc' },
  shellcheck: { command: 'shellcheck' },
  lintian: { command: 'lintian' },
  rpmlint: { command: 'rpmlint' },
  appstream: { command: 'appstreamcli' },
  mandoc: { command: 'mandoc' },
  'xserver-xorg-core': { command: 'Xorg' },
  'xserver-xorg-video-dummy': { file: '/usr/lib/xorg/modules/drivers/dummy_drv.so' },
  'x11-xserver-utils': { command: 'xrandr' },
  xdotool: { command: 'xdotool' },
  zsh: { command: 'zsh' },
  fish: { command: 'fish' },
  dnf: { command: 'dnf' },
  'ansible-core': { command: 'ansible-playbook' },
  'python3-apt': { file: '/usr/lib/python3/dist-packages/apt/__init__.py' },
};

const header = (name) => ({ file: `/usr/include/${name}` });
/** The packages that the tools in build/linux/tools and build/windows/msi need, per package that they make. */
const PACKAGING_TOOLS = {
  dir: { binutils: { command: 'strip' } },
  deb: { dpkg: { command: 'dpkg-deb' } },
  rpm: { rpm: { command: 'rpmbuild' } },
  AppImage: {
    'squashfs-tools': { command: 'mksquashfs' },
    'desktop-file-utils': { command: 'desktop-file-validate' },
    gcc: { command: 'gcc' },
    'libc6-dev': header('stdlib.h'),
    'libsquashfuse-dev': header('squashfuse/squashfuse.h'),
    'liblz4-dev': header('lz4.h'),
    'liblzo2-dev': header('lzo/lzo1x.h'),
    'liblzma-dev': header('lzma.h'),
    'libzstd-dev': header('zstd.h'),
    'zlib1g-dev': header('zlib.h'),
  },
  msi: {
    wixl: { command: 'wixl' },
    msitools: { command: 'msibuild' },
    osslsigncode: { command: 'osslsigncode' },
    'gcc-mingw-w64-x86-64-win32': { command: 'x86_64-w64-mingw32-gcc' },
  },
};

/** The packages needed to make these packages (`deb`, `rpm`, `AppImage`, `msi`) without electron-builder's own tools. */
export function packagingTools(targets) {
  return Object.assign({}, ...targets.map((target) => PACKAGING_TOOLS[target]));
}

const REPOSITORY_TOOLS = {
  gnupg: { command: 'gpg' },
  'dpkg-dev': { command: 'dpkg-scanpackages' },
  rpm: { command: 'rpmsign' },
  'createrepo-c': { command: 'createrepo_c' },
};

/** The packages needed to make an apt and a yum repository. */
export const repositoryTools = () => REPOSITORY_TOOLS;

/** The needs of a purpose: a command runs without a display, a window does not, a tool needs nothing. */
export function requirementsFor(purpose, hasDisplay) {
  if (purpose === 'tools') return {};
  if (purpose === 'test')
    return {
      ...ELECTRON_LIBRARIES,
      ...VIRTUAL_DISPLAY,
      ...TEST_TOOLS,
      ...packagingTools(Object.keys(PACKAGING_TOOLS)),
      ...REPOSITORY_TOOLS,
    };
  if (purpose === 'screenshots' || (purpose === 'start' && !hasDisplay))
    return { ...ELECTRON_LIBRARIES, ...VIRTUAL_DISPLAY };
  return ELECTRON_LIBRARIES;
}

/** Installs what is missing with apt-get as root; otherwise says the one command that does it. */
export async function installSystemPackages(requirements) {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(requirements);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  const isRoot = process.getuid() === 0;
  if (!isRoot || !isOnPath('apt-get')) {
    throw new PlainError(
      `The system lacks ${missing.length} packages. Install them, then start again:\n` +
        `  ${isRoot ? '' : 'sudo '}apt-get install --no-install-recommends ${names}`,
    );
  }
  say(`Installing system packages: ${names} ...`);
  await aptInstall(missing);
  const still = await missingPackages(requirements);
  if (still.length > 0)
    throw new PlainError(`apt-get could not install: ${still.join(' ')}. See its messages above.`);
}

/** The names of the packages whose proof is not found. */
async function missingPackages(requirements) {
  const entries = Object.entries(requirements);
  const libraries = entries.some(([, proof]) => proof.library) ? await knownLibraries() : new Set();
  const isThere = ({ library, file, command }) => {
    if (library !== undefined) return libraries.has(library);
    return file === undefined ? isOnPath(command) : existsSync(file);
  };
  return entries.filter(([, proof]) => !isThere(proof)).map(([name]) => name);
}

async function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig';
  const { output } = await run(ldconfig, ['-p'], { collect: true });
  return new Set(output.split('\n').map((line) => line.trim().split(' ')[0]));
}

function isOnPath(command) {
  const folders = new Set([...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin']);
  return [...folders].some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}
