import { BrowserWindow, screen, type Rectangle, type WebContents } from 'electron';
import { assistanceAddress } from '../page-address';
import { backgroundColour, webPreferences, type PageWindowOptions } from './page-window';

export type AssistanceWindowKind = 'request' | 'session';

export interface AssistanceWindowsOptions extends PageWindowOptions {
  title: (kind: AssistanceWindowKind) => string;
  /** A person closes the window of a request, or its page has broken: that is no answer, so it is a no. */
  onRequestClosed: () => void;
}

export interface AssistanceWindows {
  show(kind: AssistanceWindowKind): void;
  close(kind: AssistanceWindowKind): void;
  send: (channel: string, payload: unknown) => void;
  owns: (contents: WebContents) => boolean;
}

const SIZES = { request: { width: 560, height: 580 }, session: { width: 420, height: 250 } } as const;
const MARGIN = 16;

/** On the display with the pointer: the request in its middle, the indicator in its upper right corner. Larger text, larger window. */
const placeOf = (kind: AssistanceWindowKind, zoom = 1): Rectangle => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(Math.round(SIZES[kind].width * zoom), workArea.width);
  const height = Math.min(Math.round(SIZES[kind].height * zoom), workArea.height);
  const left = workArea.x + workArea.width - width;
  if (kind === 'session') return { width, height, x: left - MARGIN, y: workArea.y + MARGIN };
  return {
    ...{ width, height },
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
  };
};

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
    webPreferences: webPreferences(options),
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

  const open = (kind: AssistanceWindowKind) => {
    const window = makeWindow(kind, options);
    windows.set(kind, window);
    window.once('ready-to-show', () => {
      if (kind === 'session') {
        window.showInactive();
        return;
      }
      window.show();
      window.focus();
    });
    window.webContents.once('did-finish-load', () => {
      const zoom = window.webContents.getZoomFactor();
      if (zoom !== 1) window.setBounds(placeOf(kind, zoom));
    });
    const isOurs = () => windows.get(kind) === window;
    window.on('close', (event) => {
      if (!isOurs()) return;
      event.preventDefault();
      if (kind === 'request') options.onRequestClosed();
    });
    window.webContents.on('render-process-gone', () => {
      if (isOurs() && kind === 'request') options.onRequestClosed();
      else if (isOurs()) window.reload();
    });
    void window.loadURL(assistanceAddress(kind, options.language()));
  };

  return {
    show: (kind) => {
      if (!windows.has(kind)) open(kind);
    },
    close: (kind) => {
      const window = windows.get(kind);
      windows.delete(kind);
      window?.destroy();
    },
    send: (channel, payload) => {
      for (const { webContents } of windows.values()) {
        if (!webContents.isDestroyed()) webContents.send(channel, payload);
      }
    },
    owns: (contents) => [...windows.values()].some(({ webContents }) => webContents === contents),
  };
};
