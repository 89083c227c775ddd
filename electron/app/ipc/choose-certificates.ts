import path from 'node:path';
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { TrustedCertificate } from '@shared/domain/settings/trusted-certificate';
import { readSmallFile } from '@electron/platform/private-files';
import { readAuthorities } from '@electron/settings/authority-certificate';

const MOST_BYTES = 256 * 1024;

const OPTIONS: OpenDialogOptions = {
  properties: ['openFile'],
  filters: [
    { name: 'PEM, DER', extensions: ['pem', 'crt', 'cer', 'der'] },
    { name: '*', extensions: ['*'] },
  ],
};

const readChosen = async (file: string): Promise<TrustedCertificate[]> => {
  const unreadable = (cause?: unknown) =>
    new AppError('file-unreadable', { file: path.basename(file).slice(0, 255) }, cause);
  const read = await readSmallFile(file, MOST_BYTES, { links: 'follow' }).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (read.found) return readAuthorities(Buffer.from(read.bytes), Date.now());
  throw read.reason === 'too-large' ? new AppError('certificate-unreadable') : unreadable();
};

/** The certificates of a file that a person chooses; none when the dialog was cancelled. */
export const chooseCertificates = async (
  window: BrowserWindow | null,
): Promise<{ certificates: TrustedCertificate[] }> => {
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(OPTIONS)
    : dialog.showOpenDialog(window, OPTIONS));
  const [file] = filePaths;
  return { certificates: canceled || file === undefined ? [] : await readChosen(file) };
};
