import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';

/**
 * Where a person wants a file; null when the dialog was cancelled. Over a file that is there already the dialog asks,
 * which on Linux it does only when told to.
 */
export const askWhereToSave = async (
  window: BrowserWindow | null,
  suggestion: Pick<SaveDialogOptions, 'defaultPath' | 'filters'>,
): Promise<string | null> => {
  const options: SaveDialogOptions = {
    ...suggestion,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return canceled || filePath === '' ? null : filePath;
};
