import { errnoOf } from '@electron/service/licence/folder/folder-failure-reason';
import type { LicenceFolder, OpenLicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { systemError } from '@electron/platform/private-files';
import { FolderCall, Numbered, type FolderAnswer } from './folder-calls';

type InFolder = Exclude<FolderCall, { call: 'open' }>;

const inFolder = async (folder: LicenceFolder, call: InFolder): Promise<unknown> => {
  switch (call.call) {
    case 'fingerprint':
      return folder.fingerprint(call.name);
    case 'read': {
      const file = await folder.read(call.name);
      if (file === null) return null;
      const { bytes, mode, owner, modifiedAt, identity } = file;
      return { bytes, mode, owner, modifiedAt, identity };
    }
    case 'create':
      return folder.create(call.name, call.bytes, call.ownership);
    case 'rename':
      return folder.rename(call.from, call.to);
    case 'remove':
      return folder.remove(call.name);
    case 'flush':
      return folder.flush();
    case 'freeSpace':
      return folder.freeSpace();
    case 'probes':
      return folder.probes();
    case 'close':
      folder.close();
      return undefined;
  }
};

/** Answers the calls of the service with folders of its own; what is no call is refused, or dropped without a number. */
export const serveFolderCalls = (open: OpenLicenceFolder, answer: (answer: FolderAnswer) => void) => {
  const folders = new Map<number, LicenceFolder>();
  let handles = 0;
  const run = async (call: FolderCall): Promise<unknown> => {
    if (call.call === 'open') {
      const folder = await open(call.folder, call.own);
      const handle = (handles += 1);
      folders.set(handle, folder);
      return { handle };
    }
    const folder = folders.get(call.handle);
    if (folder === undefined) throw systemError('EBADF');
    if (call.call === 'close') folders.delete(call.handle);
    return inFolder(folder, call);
  };
  return (message: unknown): void => {
    const { data: numbered } = Numbered.safeParse(message);
    const { data: call } = FolderCall.safeParse(message);
    if (numbered === undefined) return;
    const { id } = numbered;
    if (call === undefined) {
      answer({ id, ok: false, code: 'EINVAL' });
      return;
    }
    run(call).then(
      (value) => answer({ id, ok: true, value }),
      (error: unknown) => answer({ id, ok: false, code: errnoOf(error) ?? 'EIO' }),
    );
  };
};
