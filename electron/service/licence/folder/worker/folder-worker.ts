import { openRemoteFolder } from '@electron/service/licence/folder/licence-folder';
import type { FolderAnswer } from './folder-calls';
import { serveFolderCalls } from './serve-folder-calls';

process.umask(0o077);

/** Electron gives a utility process a port to its parent; a forked Node process has a channel instead. */
const port = (process as Partial<Pick<NodeJS.Process, 'parentPort'>>).parentPort;
const answer = (message: FolderAnswer) => {
  if (port === undefined) process.send?.(message);
  else port.postMessage(message);
};
const serve = serveFolderCalls(openRemoteFolder, answer);

if (port === undefined) process.on('message', serve).on('disconnect', () => process.exit());
else port.on('message', ({ data }) => serve(data));
