// Electron's main process as far as Print ORS Service and the command line use it, on plain Node; for tests in a Windows.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { net, session } from './net.mjs';

export { app, net, session };
export const powerMonitor = new EventEmitter();

export const utilityProcess = {
  fork: (file, words, { env }) => {
    const child = fork(file, words, {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const utility = new EventEmitter();
    Object.defineProperty(utility, 'pid', { get: () => child.pid });
    utility.postMessage = (message) => {
      if (child.connected) child.send(message);
    };
    utility.kill = () => child.kill();
    child.on('message', (message) => utility.emit('message', message));
    child.once('exit', (code) => utility.emit('exit', code));
    child.on('error', () => undefined);
    child.once('spawn', () => utility.emit('spawn'));
    return utility;
  },
};

/** Everything of a window: there is none, and nothing of it is asked. */
const nothing = new Proxy(EventEmitter, {
  get: (_, name) => (name === 'then' ? undefined : nothing),
  apply: () => nothing,
  construct: () => nothing,
});
export const dialog = { showErrorBox: (title, text) => process.stderr.write(`${title}: ${text}\n`) };
export const BrowserWindow = nothing;
export const Menu = nothing;
export const Notification = nothing;
export const Tray = nothing;
export const clipboard = nothing;
export const ipcMain = nothing;
export const nativeImage = nothing;
export const nativeTheme = nothing;
export const protocol = nothing;
export const screen = nothing;
export const shell = nothing;
export default { app, net, session, powerMonitor, utilityProcess, dialog };
