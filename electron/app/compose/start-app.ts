import { app, dialog, protocol } from 'electron';
import { AppError } from '@shared/errors/app-error';
import { exitCodeOf } from '@shared/errors/error-catalogue';
import { errorWords } from '@shared/i18n/error-words';
import { loadLanguage } from '@shared/i18n/translator';
import { HIDDEN_SWITCH } from '@electron/platform/login-start';
import { endProcess } from '@electron/platform/end-process';
import { displayOf, noteDisplay, otherDisplay } from '@electron/start/display-of-window';
import type { StartFacts } from '@electron/start/start-facts';
import { localeOf } from './app-facts';
import { composeApp, type ComposedApp } from './compose-app';
import { PAGE_SCHEME } from '@electron/app/page-address';
import { guardAllWindows } from '@electron/app/windows/window-guards';

const explain = async (error: unknown) => {
  const { translate } = await loadLanguage(localeOf(null));
  const { code, params } = error instanceof AppError ? error : new AppError('internal');
  const { sentence, nextStep } = errorWords(code, translate, params);
  return `${sentence}\n\n${nextStep}`;
};

const giveUp = async (error: unknown) => {
  const words = await explain(error);
  process.stderr.write(`${words}\n`);
  await app.whenReady();
  dialog.showErrorBox('Remote Service', words);
  app.exit(1);
};

const endWhenAsked = (composed: ComposedApp) => {
  let isEnding = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    void composed.stop().finally(() => endProcess(0));
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
};

/** The first instance shows its window; where that is on another display, this one says where. */
const endSecondStart = async (display: string) => {
  const other = otherDisplay(app.getPath('userData'), display);
  if (other === null) {
    app.exit(0);
    return;
  }
  const error = new AppError('window-on-other-display', { display: other });
  const words = await explain(error);
  process.stderr.write(`${words}\n`);
  // Nobody has asked for the window of a start with the session. A box that a person sees needs Chromium.
  if (app.commandLine.hasSwitch(HIDDEN_SWITCH)) {
    app.exit(0);
    return;
  }
  await app.whenReady();
  dialog.showErrorBox('Remote Service', words);
  app.exit(exitCodeOf(error.code));
};

/** Starts the app: one instance for a data folder, a second start only brings the first one's window to the front. */
export const startApp = (facts: StartFacts) => {
  const display = displayOf(process.env);
  if (!app.requestSingleInstanceLock()) {
    void endSecondStart(display);
    return;
  }
  // Only for the words of a second start.
  void noteDisplay(app.getPath('userData'), display).catch(() => undefined);
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  guardAllWindows(app);
  // Only test and demo launchers give the switch, as root, where Chromium's sandbox cannot be had.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Up to 33.3 Electron lets every script of a page read the clipboard; later versions do so only where asked to.
  app.commandLine.appendSwitch('blink-settings', 'DOMPasteAllowed=false');
  const composing = composeApp(facts);
  composing.then(endWhenAsked, (error: unknown) => void giveUp(error));
  app.on('second-instance', () => void composing.then((composed) => composed.showWindow()));
  app.on('window-all-closed', () => app.quit());
};
