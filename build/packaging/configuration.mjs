import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { FUSES } from './fuses.mjs';
import { APPLICATION_ID, LANGUAGES, NAME, packageVersion, SETUP_ID } from './product.mjs';
import { ENGLISH, menuEntry } from './texts.mjs';

/** As RPM names the library of a 64-bit machine; the packages that bring it are called differently by each distribution. */
const library = (name, version = '') => `${name}(${version})(64bit)`;

/** The oldest C library with all that the runtime takes from it. */
const GLIBC = '2.25';

/** Chromium's libraries, systemd for the service, its account and its folders, polkit for what needs an administrator. */
const DEPENDENCIES = {
  deb: [
    `libc6 (>= ${GLIBC})`,
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libsecret-1-0',
    'libnotify4',
    'systemd',
    'pkexec | policykit-1',
    'polkitd | policykit-1',
  ],
  rpm: [
    library('libc.so.6', `GLIBC_${GLIBC}`),
    library('libgtk-3.so.0'),
    library('libnss3.so'),
    library('libasound.so.2'),
    library('libgbm.so.1'),
    library('libXss.so.1'),
    library('libsecret-1.so.0'),
    library('libnotify.so.4'),
    'systemd',
    'util-linux',
    'polkit',
  ],
};

/** The configuration of every call of electron-builder; `places` are absolute folders. */
function commonConfiguration(product, runtime, places) {
  return {
    appId: APPLICATION_ID,
    // The folder below /opt takes this name; a space in it would have to be quoted wherever the path stands.
    productName: NAME,
    electronVersion: runtime.version,
    copyright: `Copyright ${product.vendorName}`,
    directories: { output: places.output, buildResources: places.resources },
    npmRebuild: false,
    publish: null,
    // The laid-out folder holds only what belongs; the second set is what electron-builder leaves out by itself.
    files: ['**/*', { from: 'node_modules', to: 'node_modules', filter: ['**/*'] }],
    asar: true,
    asarUnpack: ['**/*.node'],
    electronLanguages: LANGUAGES,
    electronFuses: FUSES,
    disableDefaultIgnoredFiles: true,
  };
}

/** What is the same in a Debian and a Red Hat package; `files` are the [source, target] pairs beside the program. */
const packageParts = (kind, { scripts, files }) => ({
  afterInstall: scripts[kind].afterInstall,
  afterRemove: scripts[kind].afterRemove,
  depends: DEPENDENCIES[kind],
  fpm: [
    `--before-install=${scripts[kind].beforeInstall}`,
    `--before-remove=${scripts[kind].beforeRemove}`,
    ...[...files.all, ...files[kind]].map(([source, target]) => `${source}=${target}`),
  ],
});

/** The Linux packages; `parts` are the maintainer scripts and the files beside the program. */
export function linuxConfiguration(product, runtime, places, parts) {
  const version = packageVersion(product.version);
  return {
    ...commonConfiguration(product, runtime, places),
    ...(runtime.folder === undefined ? {} : { electronDist: runtime.folder }),
    linux: {
      executableName: NAME,
      syncDesktopName: true,
      category: 'System',
      synopsis: ENGLISH.summary,
      description: product.description,
      maintainer: product.maintainer,
      vendor: product.vendorName,
      icon: places.icons,
      desktop: { entry: menuEntry(product.productName) },
    },
    deb: {
      ...packageParts('deb', parts),
      recommends: ['gnome-keyring'],
      packageCategory: 'admin',
      priority: 'optional',
      // Debian 11 and lintian know no zstd; xz takes a minute, which only a release is worth.
      compression: runtime.official ? 'xz' : 'gz',
      artifactName: `${NAME}_${version}_\${arch}.\${ext}`,
    },
    rpm: {
      ...packageParts('rpm', parts),
      packageCategory: 'Applications/System',
      fpm: [...packageParts('rpm', parts).fpm, `--rpm-changelog=${parts.files.rpmChangelog}`],
      compression: runtime.official ? 'xz' : 'gzip',
      artifactName: `${NAME}-${version}-1.\${arch}.\${ext}`,
    },
    appImage: { compression: runtime.official ? 'zstd' : 'gzip' },
    toolsets: { appimage: '1.0.3' },
  };
}

/** The Windows installer with the native programs; the service, the question to the licence and the data are in `build/windows/*.nsh`. */
export function windowsConfiguration(product, runtime, places, nativePrograms) {
  return {
    ...commonConfiguration(product, runtime, places),
    productName: product.productName,
    extraFiles: [
      ...nativePrograms,
      {
        from: path.join(REPOSITORY, 'build/windows/policy-templates'),
        to: 'policy-templates',
        filter: ['**/*.adm[xl]'],
      },
    ],
    win: { target: ['nsis'], icon: path.join(places.icons, 'icon.ico'), executableName: NAME },
    nsis: {
      guid: SETUP_ID,
      oneClick: false,
      perMachine: true,
      allowElevation: true,
      allowToChangeInstallationDirectory: false,
      createDesktopShortcut: false,
      createStartMenuShortcut: true,
      shortcutName: product.productName,
      deleteAppDataOnUninstall: false,
      differentialPackage: false,
      include: path.join(places.resources, 'installer.nsh'),
      artifactName: '${name}-setup-${version}.${ext}',
    },
  };
}
