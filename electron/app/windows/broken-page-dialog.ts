import { dialog, type BrowserWindow } from 'electron';
import { errorWords } from '@shared/i18n/error-words';
import type { Translate } from '@shared/i18n/translator';

/** Says that the page does not stay up, and resolves with whether to try it once more; otherwise the window closes. */
export const askToReloadPage = async (window: BrowserWindow, translate: Translate): Promise<boolean> => {
  const { sentence, nextStep } = errorWords('page-broken', translate);
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: translate('shell.product'),
    message: sentence,
    detail: nextStep,
    buttons: [translate('page.common.tryAgain'), translate('tray.close')],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
};
