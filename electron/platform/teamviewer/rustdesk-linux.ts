import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AppError } from '@shared/errors/app-error';
import { cleanEnvironment } from '../programs';
import type { AssistanceProvider } from './assistance-provider';
import { clientOf, requireFound } from './client-facts';
import { endProgram, identifyProgram, startProgram } from './client-process';
import { findProgram, onSearchPath } from './trusted-program';
import { createVersionMemory } from './version-memory';

const run = promisify(execFile);
const PLACES = ['/usr/lib/rustdesk/rustdesk', '/usr/share/rustdesk/rustdesk', '/usr/bin/rustdesk'];
const ANSWER_LIMIT_MS = 5000;

/** Asks the installed program one thing of itself; null where it does not say. */
const ask = async (file: string, args: readonly string[]): Promise<string | null> => {
  const answer = await run(file, args, {
    timeout: ANSWER_LIMIT_MS,
    env: { ...cleanEnvironment(process.env), LC_ALL: 'C' },
  }).catch(() => null);
  const line = answer?.stdout.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' || line.length > 64 ? null : line;
};

/**
 * RustDesk, for networks without a way to TeamViewer. It is installed and set up beforehand: it lets nobody in without a
 * click of its own beside ours (`approve-mode` = `click`), and it has an id that the technician connects to.
 */
export const createLinuxRustDesk = (environment: NodeJS.ProcessEnv): AssistanceProvider => {
  const look = () => findProgram([...PLACES, ...onSearchPath(environment['PATH'] ?? '', ['rustdesk'])]);
  const versionOf = createVersionMemory(
    async (file) => /^\d+(\.\d+)+/.exec((await ask(file, ['--version'])) ?? '')?.[0] ?? null,
  );
  const lookWhole = async (minimumVersion: string | null) => {
    const finding = await look();
    return clientOf('rustdesk', finding, await versionOf(finding, minimumVersion !== null), minimumVersion);
  };
  const checkSetUp = async (file: string) => {
    const [id, mode] = await Promise.all([ask(file, ['--get-id']), ask(file, ['--option', 'approve-mode'])]);
    const hasId = id !== null && /^[A-Za-z0-9_-]{6,32}$/.test(id);
    if (!hasId || mode !== 'click') throw new AppError('client-not-set-up');
  };
  return {
    find: lookWhole,
    start: async ({ minimumVersion }) => {
      const file = requireFound(await lookWhole(minimumVersion));
      await checkSetUp(file);
      return startProgram(file, []);
    },
    identify: async (processId) => {
      const finding = await look();
      return identifyProgram(processId, finding.is === 'trusted' ? finding.file : null);
    },
    end: endProgram,
  };
};
