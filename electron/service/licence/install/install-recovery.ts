import type { LicenceServerReason } from '@shared/errors/error-catalogue';
import { reasonOf } from '@electron/service/licence/folder/folder-failure-reason';
import type { InstallIntent, InstallJournal } from './install-journal';
import type { OpenServerFolder } from '@electron/service/licence/folder/worker/folder-access';
import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';

/** `unknown-content`: neither the old nor the new file; nothing was touched. `unreachable`: to be asked again later. */
export type Recovered =
  | { outcome: 'done' | 'rolled-back' | 'unknown-content' }
  | { outcome: 'unreachable'; reason: LicenceServerReason };

const UNKNOWN = Symbol('unknown');
// These say that something stands there that was not put there by an installation.
const FOREIGN: readonly LicenceServerReason[] = ['link-in-the-way', 'licence-file-unreadable'];

const liveHash = async (folder: LicenceFolder, name: string): Promise<string | null | typeof UNKNOWN> => {
  try {
    return (await folder.read(name))?.sha256 ?? null;
  } catch (error) {
    if (FOREIGN.includes(reasonOf(error))) return UNKNOWN;
    throw error;
  }
};

const settle = async (
  folder: LicenceFolder,
  intent: InstallIntent,
  journal: InstallJournal,
  at: string,
): Promise<Recovered> => {
  const live = await liveHash(folder, intent.fileName);
  if (live !== intent.newSha256 && live !== intent.oldSha256) return { outcome: 'unknown-content' };
  const outcome = live === intent.newSha256 ? 'done' : 'rolled-back';
  await folder.remove(intent.temporaryName);
  await folder.flush();
  await journal.end(intent.id, outcome, at);
  return { outcome };
};

/**
 * Ends an intent that a crash or a lost folder left open: the live file is compared with the old and the new one. Only
 * the temporary file named in the intent is ever removed; the live file is left to the next installation.
 */
export const recoverIntent = async (
  intent: InstallIntent,
  { journal, openFolder, at }: { journal: InstallJournal; openFolder: OpenServerFolder; at: string },
): Promise<Recovered> => {
  try {
    const folder = await openFolder(intent.serverId, intent.folder);
    try {
      return await settle(folder, intent, journal, at);
    } finally {
      folder.close();
    }
  } catch (error) {
    return { outcome: 'unreachable', reason: reasonOf(error) };
  }
};
