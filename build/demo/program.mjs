import { run } from '../setup/run.mjs';
import { PlainError } from '../setup/report.mjs';

const COMMAND_DEADLINE_MS = 30_000;

/** The program's own command line, in the environment of one data folder. */
export class Program {
  constructor(runtime, env) {
    this.runtime = runtime;
    this.env = env;
  }

  /** Sets one setting as an operator would; a secret goes through stdin so that no process list shows it. */
  async set(key, value, { isSecret = false } = {}) {
    const words = ['settings', 'set', key, isSecret ? '-' : value];
    const { code } = await this.#command(words, isSecret ? { input: value } : {});
    if (code !== 0) throw new PlainError(`The setting ${key} could not be saved: see the message above.`);
  }

  /** The output of `status --json`; null while there is no answer. */
  async status() {
    const { output } = await this.#command(['status', '--json'], { quiet: true });
    try {
      return JSON.parse(output);
    } catch {
      return null;
    }
  }

  #command(words, options) {
    const { executable, args } = this.runtime;
    const common = { env: this.env, collect: true, timeoutMs: COMMAND_DEADLINE_MS };
    return run(executable, [...args, ...words], { ...common, ...options });
  }
}
