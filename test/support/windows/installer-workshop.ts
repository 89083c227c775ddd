import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { windowsHost } from './wine-host';

const SOURCES = import.meta.dirname;
const BUILD_DEADLINE_MS = 240_000;

/** The plug-ins of electron-builder's templates that Debian's NSIS does not bring. */
const PLUGINS = ['UAC', 'StdUtils', 'WinShell', 'Nsis7z'];

/**
 * Debian's NSIS makes installers for 64 bits only when it is told to, which electron-builder does not know of. The
 * warning is about its own templates, and newer than the NSIS that it brings.
 */
const MAKENSIS = `#!/bin/sh
unset NSISDIR
sed s/x86-unicode/amd64-unicode/g | /usr/bin/makensis '-XTarget amd64-unicode' '-X!pragma warning disable 6012' "$@"
`;

/** electron-builder asks for a 7z archive; the plug-in that unpacks it here reads one of tar. */
const ARCHIVER = `#!/bin/sh
for word; do case $word in *.7z) archive=$word ;; esac; done
exec tar --format=ustar --append --file "$archive" *
`;

/** electron-builder runs the uninstaller's maker under the name of a wine that knows 32 bits too. */
const WINE = '#!/bin/sh\nexec /usr/lib/wine/wine64 "$@"\n';

const compile = (source: string, result: string, ...flags: string[]) =>
  execFileSync('x86_64-w64-mingw32-gcc', ['-O2', '-s', '-Wall', '-Werror', ...flags, '-o', result, source]);

const writeTool = (file: string, text: string) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
};

/** Makes Windows installers of several versions, as a release is made, around a program that stands in for Electron's. */
export interface InstallerWorkshop {
  /** Makes the installer of this version; its path on this machine. `prefix` is the wine it may use. */
  build(version: string, prefix: string): Promise<string>;
  /** Makes the MSI of this version, with more in the environment; its path on this machine. */
  buildMsi(version: string, environment?: Readonly<Record<string, string>>): Promise<string>;
  remove(): void;
}

export const createInstallerWorkshop = (): InstallerWorkshop => {
  const folder = mkdtempSync(path.join(tmpdir(), 'installer-'));
  const inside = (...names: string[]) => path.join(folder, ...names);
  const plugins = inside('tools/nsis-resources/plugins/amd64-unicode');
  for (const place of [plugins, inside('program/resources')]) mkdirSync(place, { recursive: true });
  const library = inside('plugins.dll');
  compile(path.join(SOURCES, 'nsis-plugins.c'), library, '-shared');
  for (const name of PLUGINS) cpSync(library, path.join(plugins, `${name}.dll`));
  compile(path.join(SOURCES, 'stand-in.c'), inside('program/remote-service.exe'));
  writeFileSync(inside('program/resources/app.asar'), 'archive');
  writeTool(inside('tools/nsis/makensis'), MAKENSIS);
  writeTool(inside('tools/nsis/elevate.exe'), 'MZ');
  writeTool(inside('tools/bin/7za'), ARCHIVER);
  writeTool(inside('tools/bin/wine'), WINE);
  const make = async (
    version: string,
    target: 'nsis' | 'msi',
    environment: Readonly<Record<string, string>>,
  ) => {
    const helper = await windowsHost('real');
    const words = [path.join(SOURCES, 'build-installer.mjs'), version, folder, helper, target];
    await promisify(execFile)(process.execPath, words, {
      env: { ...process.env, ...environment },
      timeout: BUILD_DEADLINE_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
  };
  return {
    build: async (version, prefix) => {
      await make(version, 'nsis', { WINEPREFIX: prefix });
      return inside('out', `remote-service-setup-${version}.exe`);
    },
    buildMsi: async (version, environment = {}) => {
      await make(version, 'msi', environment);
      return inside('out', `remote-service-${version}.msi`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
