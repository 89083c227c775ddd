import path from 'node:path';
import type { AssistanceProviderName } from '@shared/domain/assistance/assistance';
import { linkRefusal } from '@shared/domain/assistance/assistance-link';
import { AppError } from '@shared/errors/app-error';
import type { AssistanceProvider } from './assistance-provider';
import { clientOf, requireFound } from './client-facts';
import { requireRustDeskSetUp } from './rustdesk-setup';
import {
  endWindowsProgram,
  findWindowsProgram,
  identifyWindowsProgram,
  readRegistry,
  startWindowsProgram,
  type RunSystemProgram,
} from './windows-program';

/** How one program is found: its key below HKLM, and its files below an installation folder. */
const PROGRAMS = {
  teamviewer: {
    key: 'HKLM\\SOFTWARE\\TeamViewer',
    folderValue: 'InstallationDirectory',
    versionKey: 'HKLM\\SOFTWARE\\TeamViewer',
    versionValue: 'Version',
    files: ['TeamViewer.exe', 'TeamViewerQS.exe'],
    folder: 'TeamViewer',
  },
  rustdesk: {
    key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\RustDesk',
    folderValue: 'InstallLocation',
    versionKey: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\RustDesk',
    versionValue: 'DisplayVersion',
    files: ['rustdesk.exe'],
    folder: 'RustDesk',
  },
} as const;
const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

const isQuickSupport = (file: string) => path.win32.basename(file).toLowerCase() === 'teamviewerqs.exe';

/** TeamViewer or RustDesk as installed on Windows: where the registry says, the program folders, last the search path. */
export const createWindowsProvider = (
  provider: AssistanceProviderName,
  environment: NodeJS.ProcessEnv,
  runSystem: RunSystemProgram,
  isThere?: (file: string) => Promise<boolean>,
): AssistanceProvider => {
  const program = PROGRAMS[provider];
  const programFolders = async () => {
    const values = ['ProgramFilesDir', 'ProgramFilesDir (x86)'];
    const found = await Promise.all(values.map((value) => readRegistry(runSystem, WINDOWS, value)));
    return found.filter((folder) => folder !== null);
  };
  const look = async () => {
    const [installed, trusted] = await Promise.all([
      readRegistry(runSystem, program.key, program.folderValue),
      programFolders(),
    ]);
    const onPath = (environment['PATH'] ?? environment['Path'] ?? '').split(';');
    const folders = [
      ...(installed === null ? [] : [installed]),
      ...trusted.map((folder) => path.win32.join(folder, program.folder)),
      ...onPath.filter((folder) => path.win32.isAbsolute(folder)),
    ];
    const candidates = folders.flatMap((folder) =>
      program.files.map((file) => path.win32.join(folder, file)),
    );
    return findWindowsProgram(candidates, trusted, isThere);
  };
  const configuration = path.win32.join(environment['APPDATA'] ?? '', 'RustDesk\\config\\RustDesk2.toml');
  const fileOf = async () => {
    const finding = await look();
    return finding.is === 'trusted' ? finding.file : null;
  };
  const lookWhole = async (minimumVersion: string | null) => {
    const finding = await look();
    const version =
      finding.is === 'trusted'
        ? await readRegistry(runSystem, program.versionKey, program.versionValue)
        : null;
    return clientOf(provider, finding, version, minimumVersion);
  };
  return {
    find: lookWhole,
    start: async ({ link, minimumVersion }) => {
      const needsLink = provider === 'teamviewer';
      if (needsLink && (link === null || linkRefusal(link) !== null)) {
        throw new AppError('assistance-grant-invalid');
      }
      const file = requireFound(await lookWhole(minimumVersion));
      if (provider === 'rustdesk') await requireRustDeskSetUp(file, configuration);
      const args = link === null || !needsLink || isQuickSupport(file) ? [] : [link];
      return startWindowsProgram(runSystem, file, args);
    },
    identify: async (processId) => identifyWindowsProgram(runSystem, processId, await fileOf()),
    end: async (known) => endWindowsProgram(runSystem, known, await fileOf()),
  };
};
