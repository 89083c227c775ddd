import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { FUSES } from './fuses.mjs';
import { APPLICATION_ID, LANGUAGES, NAME, SETUP_ID } from './product.mjs';

/** Chromium's libraries, and systemd for the service, its account and its folders. */
const DEPENDENCIES = {
  deb: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libsecret-1-0',
    'libnotify4',
    'systemd',
    'util-linux',
  ],
  rpm: [
    'gtk3',
    'nss',
    'alsa-lib',
    'mesa-libgbm',
    'libXScrnSaver',
    'libsecret',
    'libnotify',
    'systemd',
    'util-linux',
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

/** The Linux packages; `scripts` are the maintainer scripts and `files` the [source, target] pairs beside the program. */
export function linuxConfiguration(product, runtime, places, { scripts, files }) {
  const maintainerScripts = {
    afterInstall: scripts.afterInstall,
    afterRemove: scripts.afterRemove,
    fpm: [
      `--before-install=${scripts.beforeInstall}`,
      `--before-remove=${scripts.beforeRemove}`,
      ...files.map(([source, target]) => `${source}=${target}`),
    ],
  };
  return {
    ...commonConfiguration(product, runtime, places),
    ...(runtime.folder === undefined ? {} : { electronDist: runtime.folder }),
    linux: {
      executableName: NAME,
      syncDesktopName: true,
      category: 'System',
      synopsis: product.productName,
      description: product.description,
      maintainer: product.maintainer,
      vendor: product.vendorName,
      icon: places.icons,
      desktop: { entry: { Name: product.productName, GenericName: 'Licences and remote assistance' } },
    },
    deb: {
      ...maintainerScripts,
      depends: DEPENDENCIES.deb,
      recommends: ['gnome-keyring', 'pkexec', 'polkitd'],
      packageCategory: 'admin',
      priority: 'optional',
      compression: 'zst',
    },
    rpm: {
      ...maintainerScripts,
      depends: DEPENDENCIES.rpm,
      compression: runtime.official ? 'xz' : 'gzip',
    },
    appImage: { compression: runtime.official ? 'zstd' : 'gzip' },
    toolsets: { appimage: '1.0.3' },
  };
}

/** The Windows installer with the service host; the service, the question to the licence and the data are in `build/windows/*.nsh`. */
export function windowsConfiguration(product, runtime, places, host) {
  return {
    ...commonConfiguration(product, runtime, places),
    productName: product.productName,
    extraFiles: [
      { from: host, to: path.basename(host) },
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
