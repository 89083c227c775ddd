import { dialog, type BrowserWindow } from 'electron';
import type { PageChannel } from '@shared/contract/page/window-calls';
import type { Translate } from '@shared/i18n/translator';

/** The system tells the program of no key and no button when a file is dropped into its window. */
const DROPPED: PageChannel = 'licence.install';

/** Asks in a dialog of the system whether a licence package is to be installed; there is nothing to ask of other calls. */
export const askAboutDroppedFile = async (
  channel: string,
  window: BrowserWindow | null,
  translate: Translate,
): Promise<boolean> => {
  if (channel !== DROPPED || window === null) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: translate('shell.product'),
    message: translate('page.manual.dropped.question'),
    buttons: [translate('page.manual.dropped.install'), translate('component.dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
};
