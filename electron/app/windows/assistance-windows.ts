import { BrowserWindow, screen, type WebContents } from 'electron';
import { isForWindow } from '@shared/contract/page/window-calls';
import { assistanceAddress } from '../page-address';
import { isWhollyIn, placeIn, type AssistanceWindowKind } from './assistance-place';
import { backgroundColour, webPreferences, type PageWindowOptions } from './page-window';

export interface AssistanceWindowsOptions extends PageWindowOptions {
  title: (kind: AssistanceWindowKind) => string;
  /** A person closes the window of a request, or its page has broken: that is no answer, so it is a no. */
  onRequestClosed: () => void;
}

export interface AssistanceWindows {
  show(kind: AssistanceWindowKind): void;
  close(kind: AssistanceWindowKind): void;
  send: (channel: string, payload: unknown) => void;
  kindOf: (contents: WebContents) => AssistanceWindowKind | null;
  /**
   * Since when, in ms of the process's clock, the window of a request stands in front of the person for long enough to
   * have been seen; null while it does not.
   */
  answersCountFrom: () => number | null;
}

/** A press that was meant for what was there before does not answer a window that has just come up. */
const UNSEEN_MS = 500;

/** On the display with the pointer: there the person is. */
const placeOf = (kind: AssistanceWindowKind, zoom?: number) =>
  placeIn(kind, screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea, zoom);

const makeWindow = (kind: AssistanceWindowKind, options: AssistanceWindowsOptions) => {
  const window = new BrowserWindow({
    ...placeOf(kind),
    title: options.title(kind),
    show: false,
    useContentSize: false,
    alwaysOnTop: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    closable: kind === 'request',
    autoHideMenuBar: true,
    backgroundColor: backgroundColour(),
    webPreferences: webPreferences(kind, options),
  });
  // Above full-screen windows and on every workspace: nobody works under a session without seeing it.
  window.setAlwaysOnTop(true, 'screen-saver');
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
};

/** The small windows of remote assistance; they live on their own, whether the main window is there or not. */
export const createAssistanceWindows = (options: AssistanceWindowsOptions): AssistanceWindows => {
  const windows = new Map<AssistanceWindowKind, BrowserWindow>();
  let inFrontSince: number | null = null;
  const followFront = (window: BrowserWindow) => {
    inFrontSince = null;
    window.on('focus', () => (inFrontSince = performance.now()));
    window.on('blur', () => (inFrontSince = null));
    window.on('hide', () => (inFrontSince = null));
  };

  // A display that is unplugged or made smaller takes no window with it.
  const bringBack = () => {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    if (areas.length === 0) return;
    for (const [kind, window] of windows) {
      if (isWhollyIn(window.getBounds(), areas)) continue;
      window.setBounds(placeOf(kind, window.webContents.getZoomFactor()));
      window.moveTop();
    }
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);

  const open = (kind: AssistanceWindowKind) => {
    const window = makeWindow(kind, options);
    windows.set(kind, window);
    if (kind === 'request') followFront(window);
    const isOurs = () => windows.get(kind) === window;
    // What is asked may be over before its window has loaded, and a window that was destroyed must not be touched.
    window.once('ready-to-show', () => {
      if (!isOurs()) return;
      if (kind === 'session') {
        window.showInactive();
        return;
      }
      window.show();
      window.focus();
    });
    window.webContents.once('did-finish-load', () => {
      if (!isOurs()) return;
      const zoom = window.webContents.getZoomFactor();
      if (zoom !== 1) window.setBounds(placeOf(kind, zoom));
    });
    window.on('close', (event) => {
      if (!isOurs()) return;
      event.preventDefault();
      if (kind === 'request') options.onRequestClosed();
    });
    // Gone without having been asked to close, as when the desktop ends: no answer either.
    window.on('closed', () => {
      if (!isOurs()) return;
      windows.delete(kind);
      if (kind === 'request') options.onRequestClosed();
    });
    window.webContents.on('render-process-gone', () => {
      if (isOurs() && kind === 'request') options.onRequestClosed();
      else if (isOurs()) window.reload();
    });
    window.loadURL(assistanceAddress(kind, options.language())).catch(() => {
      // One that is over before its page is there was closed by us; a page that cannot be shown is no answer.
      if (isOurs() && kind === 'request') options.onRequestClosed();
      else if (isOurs()) window.showInactive();
    });
  };

  return {
    show: (kind) => {
      if (!windows.has(kind)) open(kind);
    },
    close: (kind) => {
      if (kind === 'request') inFrontSince = null;
      const window = windows.get(kind);
      windows.delete(kind);
      window?.destroy();
    },
    send: (channel, payload) => {
      for (const [kind, { webContents }] of windows) {
        if (isForWindow(kind, channel) && !webContents.isDestroyed()) webContents.send(channel, payload);
      }
    },
    kindOf: (contents) => [...windows].find(([, { webContents }]) => webContents === contents)?.[0] ?? null,
    answersCountFrom: () => (inFrontSince === null ? null : inFrontSince + UNSEEN_MS),
  };
};
