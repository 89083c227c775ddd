import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { AppError } from '@shared/errors/app-error';
import { LICENCE_REQUEST_FILE_NAME } from '@shared/domain/licence/manual/licence-request';
import { MANUAL_FILE_CAP_BYTES } from '@shared/domain/licence/manual/manual-licence';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { readSmallFile, saveCopy } from '@electron/platform/private-files';
import { unwrapReply } from '../unwrap-reply';
import { askWhereToSave } from './ask-where-to-save';
import type { OwnHandlers } from './pass-on';

interface Parts {
  service: () => ServiceClient;
  window: () => BrowserWindow | null;
  /** What is chosen may be installed: the person has said so in the system's dialog, however long it was open. */
  personActed: () => void;
}

const filtersOf = (extensions: string[]) => [
  { name: extensions.join(', '), extensions },
  { name: '*', extensions: ['*'] },
];

const nameOf = (file: string) => path.basename(file).slice(0, 255);

const askWhere = (window: BrowserWindow | null, defaultPath: string) => {
  const extension = path.extname(defaultPath).slice(1);
  return askWhereToSave(window, {
    defaultPath,
    filters: filtersOf([extension === '' ? 'lic' : extension]),
  });
};

const saveFile = async ({ service, window }: Parts, licenceServerId: string | null) => {
  const { fileName, content, sequence } = unwrapReply(await service().licence.readFile({ licenceServerId }));
  const where = await askWhere(window(), fileName);
  if (where === null) return { savedAs: null };
  await saveCopy(where, new TextEncoder().encode(content), { isOver: true });
  const savedAs = nameOf(where);
  unwrapReply(await service().licence.fileSaved({ licenceServerId, sequence, savedAs }));
  return { savedAs };
};

/** As a folder may be called on every system; the number before it keeps equal and reserved names apart. */
const folderNameOf = (name: string, index: number) =>
  `${index + 1} ${name.replaceAll(/[^\p{L}\p{N} _-]/gu, '_')}`.trim();

/** The same folder may be chosen again after a failure in the middle; a file with another content is never replaced. */
const saveUnlessThere = async (file: string, bytes: Uint8Array) => {
  const there = await readSmallFile(file, MANUAL_FILE_CAP_BYTES).catch(() => null);
  if (there?.found === true && Buffer.from(there.bytes).equals(bytes)) return;
  await saveCopy(file, bytes, { isOver: false });
};

const saveFiles = async (
  { service, window }: Parts,
  servers: readonly { id: string; name: string }[],
): Promise<{ savedAs: string | null }> => {
  const owner = window();
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { canceled, filePaths } = await (owner === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options));
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return { savedAs: null };
  for (const [index, { id, name }] of servers.entries()) {
    const { fileName, content, sequence } = unwrapReply(
      await service().licence.readFile({ licenceServerId: id }),
    );
    const folder = path.join(chosen, folderNameOf(name, index));
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw new AppError('file-not-saved', { file: nameOf(folder) }, error);
    });
    await saveUnlessThere(path.join(folder, fileName), new TextEncoder().encode(content));
    const savedAs = nameOf(folder);
    unwrapReply(await service().licence.fileSaved({ licenceServerId: id, sequence, savedAs }));
  }
  return { savedAs: nameOf(chosen) };
};

const saveRequest = async ({ service, window }: Parts) => {
  const request = unwrapReply(await service().licence.request());
  const where = await askWhere(window(), LICENCE_REQUEST_FILE_NAME);
  if (where === null) return { savedAs: null };
  await saveCopy(where, new TextEncoder().encode(`${JSON.stringify(request, null, 2)}\n`), { isOver: true });
  return { savedAs: nameOf(where) };
};

const readChosen = async (file: string) => {
  const unreadable = (cause?: unknown) => new AppError('file-unreadable', { file: nameOf(file) }, cause);
  const read = await readSmallFile(file, MANUAL_FILE_CAP_BYTES, { links: 'follow' }).catch(
    (error: unknown) => {
      throw unreadable(error);
    },
  );
  if (read.found) return { name: nameOf(file), content: Buffer.from(read.bytes).toString('base64') };
  throw read.reason === 'too-large' ? new AppError('too-large') : unreadable();
};

const chooseFile = async ({ window, personActed }: Parts) => {
  const owner = window();
  const options = {
    properties: ['openFile' as const],
    filters: filtersOf(['jws', 'lic', 'dat', 'txt', 'json']),
  };
  const { canceled, filePaths } = await (owner === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options));
  const [file] = filePaths;
  if (canceled || file === undefined) return { chosen: null };
  const chosen = await readChosen(file);
  personActed();
  return { chosen };
};

/** Handles licence files by dialogs of the app. */
export const createLicenceHandlers = (parts: Parts): OwnHandlers['licence'] => ({
  saveFile: ({ licenceServerId }) => saveFile(parts, licenceServerId),
  saveFiles: ({ servers }) => saveFiles(parts, servers),
  saveRequest: () => saveRequest(parts),
  chooseFile: () => chooseFile(parts),
});
