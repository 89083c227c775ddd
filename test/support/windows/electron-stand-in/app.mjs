import { EventEmitter } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const switches = () =>
  process.argv.flatMap((word) => (word.startsWith('--') ? [word.slice(2).split('=')] : []));

/** Electron's `app`, as far as the service and the command line use it. */
class App extends EventEmitter {
  isPackaged = false;
  paths = new Map();
  commandLine = {
    hasSwitch: (name) => switches().some(([given]) => given === name),
    getSwitchValue: (name) => switches().find(([given]) => given === name)?.[1] ?? '',
    appendSwitch: () => undefined,
  };

  getAppPath() {
    return ROOT;
  }

  getVersion() {
    return '1.0.0';
  }

  getPath(name) {
    return this.paths.get(name) ?? path.join(process.env['APPDATA'] ?? os.homedir(), 'Remote Service');
  }

  setPath(name, place) {
    this.paths.set(name, place);
  }

  getPreferredSystemLanguages() {
    return ['en-GB'];
  }

  getAppMetrics() {
    return [];
  }

  configureHostResolver() {
    return undefined;
  }

  enableSandbox() {
    return undefined;
  }

  requestSingleInstanceLock() {
    return true;
  }

  whenReady() {
    return new Promise((resolve) => setImmediate(resolve));
  }

  exit(code = 0) {
    process.exit(code);
  }

  quit() {
    let isHeld = false;
    this.emit('before-quit', { preventDefault: () => (isHeld = true) });
    if (!isHeld) process.exit(0);
  }
}

export const app = new App();
