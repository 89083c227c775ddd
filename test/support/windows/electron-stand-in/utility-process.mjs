import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** A child of Node with a channel, in the shape of Electron's utility process. */
class UtilityProcess extends EventEmitter {
  #child;

  constructor(file, words, { env }) {
    super();
    this.#child = fork(file, words, {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.once('exit', (code) => this.emit('exit', code));
    // It is told by its end.
    this.#child.on('error', () => undefined);
  }

  get pid() {
    return this.#child.pid;
  }

  postMessage(message) {
    if (this.#child.connected) this.#child.send(message);
  }

  kill() {
    return this.#child.kill();
  }
}

export const utilityProcess = { fork: (...words) => new UtilityProcess(...words) };
