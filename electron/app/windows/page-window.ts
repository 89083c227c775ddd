import { nativeTheme, type Session, type WebPreferences } from 'electron';
import { WINDOW_KIND_SWITCH, type WindowKind } from '@shared/contract/page/window-calls';
import type { Locale } from '@shared/domain/settings/locales';

export interface PageWindowOptions {
  preloadFile: string;
  pageSession: Session;
  /** The language of a new window from its first moment. */
  language: () => Locale;
  /** Development tools are for development: off in a release package. */
  hasDevTools: boolean;
}

/** The preferences of every window of the program; nothing else sets any. */
export const webPreferences = (kind: WindowKind, options: PageWindowOptions): WebPreferences => ({
  additionalArguments: [`${WINDOW_KIND_SWITCH}${kind}`],
  preload: options.preloadFile,
  session: options.pageSession,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  // A page asks for no files: that the app does, when a person wants it.
  disableBlinkFeatures: 'FileSystemAccess,FileSystemAccessLocal',
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: options.hasDevTools,
});

export const backgroundColour = () => (nativeTheme.shouldUseDarkColors ? '#15171a' : '#f4f5f7');
