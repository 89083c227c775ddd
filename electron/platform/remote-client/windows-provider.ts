import path from 'node:path';
import { z } from 'zod';
import type { AssistanceProviderName } from '@shared/domain/assistance/assistance';
import { linkRefusal } from '@shared/domain/assistance/assistance-link';
import { AppError } from '@shared/errors/app-error';
import type { AssistanceProvider } from './assistance-provider';
import { clientOf, requireFound } from './client-facts';
import { requireRustDeskSetUp } from './rustdesk-setup';
import type { WindowsHost } from '../windows-host';
import {
  endWindowsProgram,
  findWindowsProgram,
  identifyWindowsProgram,
  startWindowsProgram,
} from './windows-program';

/** The files of a program, and its folder below those for programs. */
const PROGRAMS = {
  teamviewer: { files: ['TeamViewer.exe', 'TeamViewerQS.exe'], folder: 'TeamViewer' },
  rustdesk: { files: ['rustdesk.exe'], folder: 'RustDesk' },
} as const;

/** What the registry says of a client, and the folders that only administrators install programs into. */
const HostClient = z.object({
  folder: z.string().nullable(),
  version: z.string().nullable(),
  programFolders: z.array(z.string()),
});
const NOTHING: z.output<typeof HostClient> = { folder: null, version: null, programFolders: [] };

const isQuickSupport = (file: string) => path.win32.basename(file).toLowerCase() === 'teamviewerqs.exe';

/** TeamViewer or RustDesk as installed on Windows: where the registry says, the program folders, last the search path. */
export const createWindowsProvider = (
  provider: AssistanceProviderName,
  environment: NodeJS.ProcessEnv,
  host: WindowsHost,
  isThere?: (file: string) => Promise<boolean>,
): AssistanceProvider => {
  const program = PROGRAMS[provider];
  const ask = async () => {
    if (!host.isThere()) return NOTHING;
    const reply = await host.ask(['find-client', provider], HostClient);
    return reply.outcome === 'done' ? reply.answer : NOTHING;
  };
  const look = async () => {
    const { folder, version, programFolders } = await ask();
    const onPath = (environment['PATH'] ?? environment['Path'] ?? '').split(';');
    const folders = [
      ...(folder === null ? [] : [folder]),
      ...programFolders.map((trusted) => path.win32.join(trusted, program.folder)),
      ...onPath.filter((entry) => path.win32.isAbsolute(entry)),
    ];
    const candidates = folders.flatMap((entry) => program.files.map((file) => path.win32.join(entry, file)));
    return { version, finding: await findWindowsProgram(candidates, programFolders, isThere) };
  };
  const configuration = path.win32.join(environment['APPDATA'] ?? '', 'RustDesk\\config\\RustDesk2.toml');
  const fileOf = async () => {
    const { finding } = await look();
    return finding.is === 'trusted' ? finding.file : null;
  };
  const lookWhole = async (minimumVersion: string | null) => {
    const { finding, version } = await look();
    return clientOf(provider, finding, finding.is === 'trusted' ? version : null, minimumVersion);
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
      return startWindowsProgram(host, file, args);
    },
    identify: async (processId) => identifyWindowsProgram(host, processId, await fileOf()),
    end: async (known) => endWindowsProgram(host, known, await fileOf()),
  };
};
