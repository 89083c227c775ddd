/**
 * Stands in for the module `electron` where Electron cannot run: its main process on plain Node, as far as the service and
 * the command line use it. Windows and everything else of the desktop are empty.
 */
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { net, session } from './network.mjs';
import { utilityProcess } from './utility-process.mjs';

export { app, net, session, utilityProcess };
export const powerMonitor = new EventEmitter();
export const dialog = { showErrorBox: (title, text) => process.stderr.write(`${title}: ${text}\n`) };

/** Every member, call and instance of it is itself; it is no promise. */
function nothing() {
  return undefined;
}
const empty = new Proxy(nothing, {
  get: (_, name) => (name === 'then' ? undefined : empty),
  apply: () => empty,
  construct: () => empty,
});
export const [BrowserWindow, Menu, Notification, Tray] = [empty, empty, empty, empty];
export const [clipboard, ipcMain, nativeImage, nativeTheme] = [empty, empty, empty, empty];
export const [protocol, screen, shell] = [empty, empty, empty];
