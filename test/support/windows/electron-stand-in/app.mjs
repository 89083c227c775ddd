import { EventEmitter } from 'node:events';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PREFIX = '--';

const valueOf = (name) => {
  const word = process.argv.find((each) => each === PREFIX + name || each.startsWith(`${PREFIX}${name}=`));
  return word?.slice(PREFIX.length + name.length + 1);
};

class App extends EventEmitter {
  isPackaged = false;
  commandLine = {
    hasSwitch: (name) => valueOf(name) !== undefined,
    getSwitchValue: (name) => valueOf(name) ?? '',
    appendSwitch: () => undefined,
  };
  #paths = new Map([['userData', path.join(process.env.APPDATA ?? os.homedir(), 'Remote Service')]]);

  getAppPath = () => ROOT;
  getName = () => 'Remote Service';
  getVersion = () => '1.0.0';
  getPath = (name) => this.#paths.get(name) ?? os.tmpdir();
  setPath = (name, folder) => void this.#paths.set(name, folder);
  getPreferredSystemLanguages = () => ['en-GB'];
  getAppMetrics = () => [];
  configureHostResolver = () => undefined;
  enableSandbox = () => undefined;
  requestSingleInstanceLock = () => true;
  whenReady = () => new Promise((resolve) => setImmediate(resolve));
  exit = (code = 0) => process.exit(code);
  quit = () => {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) process.exit(0);
  };
}

export const app = new App();
