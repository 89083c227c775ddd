import { BrowserWindow, type WebContents } from 'electron';
import { systemClock } from '@shared/domain/time/clock';
import { pageAddress } from '../page-address';
import { recoverPage } from './page-recovery';
import { backgroundColour, webPreferences, type PageWindowOptions } from './page-window';

export interface MainWindowOptions extends PageWindowOptions {
  /** Whether closing hides the window (the tray keeps the app) instead of ending the app. */
  hidesOnClose: () => boolean;
  /** Whether the tray icon can be seen; a hidden window could not be found again without it. */
  hasTray: () => Promise<boolean>;
  log: (fields: object, message: string) => void;
  /** The page does not stay up: resolves with whether to try it once more. */
  askToReload: (window: BrowserWindow) => Promise<boolean>;
}

export interface MainWindow {
  /** Shows the window, makes it when there is none, brings it to the front. */
  show: () => void;
  send: (channel: string, payload: unknown) => void;
  /** Whether the contents belong to a window made here. */
  owns: (contents: WebContents) => boolean;
  browserWindow: () => BrowserWindow | null;
  /** Lets the next close really close. */
  release: () => void;
}

const makeWindow = (options: MainWindowOptions) =>
  new BrowserWindow({
    title: 'Remote Service',
    width: 1180,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColour(),
    webPreferences: webPreferences('main', options),
  });

export const createMainWindow = (options: MainWindowOptions): MainWindow => {
  let window: BrowserWindow | null = null;
  let isReleased = false;

  const askAboutBroken = async (broken: BrowserWindow) => {
    const isToTry = await options.askToReload(broken);
    if (broken.isDestroyed()) return;
    if (isToTry) broken.reload();
    else broken.destroy();
  };

  const hideOrMinimise = async (closed: BrowserWindow) => {
    const hasTray = await options.hasTray();
    if (closed.isDestroyed()) return;
    if (hasTray) closed.hide();
    else closed.minimize();
  };

  const open = () => {
    const made = makeWindow(options);
    window = made;
    recoverPage(made.webContents, {
      clock: systemClock,
      log: options.log,
      onGivenUp: () => void askAboutBroken(made),
    });
    made.once('ready-to-show', () => made.show());
    made.on('close', (event) => {
      if (isReleased || !options.hidesOnClose()) return;
      event.preventDefault();
      void hideOrMinimise(made);
    });
    made.on('closed', () => (window = null));
    // A page that did not load is tried again; a window closed before its page was there is no failure.
    made.loadURL(pageAddress(options.language())).catch((error: unknown) => {
      if (!made.isDestroyed()) options.log({ error }, 'the page did not load');
    });
  };

  return {
    show: () => {
      if (window === null) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    send: (channel, payload) => {
      if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(channel, payload);
    },
    owns: (contents) => window !== null && window.webContents === contents,
    browserWindow: () => window,
    release: () => (isReleased = true),
  };
};
