import path from 'node:path';
import type { AssistanceProvider } from './assistance-provider';
import { clientOf, requireFound } from './client-facts';
import { endProgram, identifyProgram, startProgram } from './client-process';
import { askRustDesk, requireRustDeskSetUp } from './rustdesk-setup';
import { findProgram, onSearchPath } from '@electron/platform/programs';
import { createVersionMemory } from './version-memory';

const PLACES = ['/usr/lib/rustdesk/rustdesk', '/usr/share/rustdesk/rustdesk', '/usr/bin/rustdesk'];

/**
 * RustDesk, for networks without a way to TeamViewer. It is installed and set up beforehand: it lets nobody in without a
 * click of its own beside ours (`approve-mode` = `click`), and it has an id that the technician connects to.
 */
export const createLinuxRustDesk = (environment: NodeJS.ProcessEnv): AssistanceProvider => {
  const look = () => findProgram([...PLACES, ...onSearchPath(environment['PATH'] ?? '', ['rustdesk'])]);
  const versionOf = createVersionMemory(
    async (file) => /^\d+(\.\d+)+/.exec((await askRustDesk(file, ['--version'])) ?? '')?.[0] ?? null,
  );
  const lookWhole = async (minimumVersion: string | null) => {
    const finding = await look();
    return clientOf('rustdesk', finding, await versionOf(finding, minimumVersion !== null), minimumVersion);
  };
  const configuration = path.join(environment['HOME'] ?? '/', '.config/rustdesk/RustDesk2.toml');
  return {
    find: lookWhole,
    start: async ({ minimumVersion }) => {
      const file = requireFound(await lookWhole(minimumVersion));
      await requireRustDeskSetUp(file, configuration);
      return startProgram(file, []);
    },
    identify: async (processId) => {
      const finding = await look();
      return identifyProgram(processId, finding.is === 'trusted' ? finding.file : null);
    },
    end: endProgram,
  };
};
