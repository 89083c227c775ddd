import { once } from 'node:events';
import { PlainError } from './report.mjs';
import { start } from './run.mjs';

const START_DEADLINE_MS = 20_000;

/** Starts an X server without a screen on the first free display; gives its process and its name, such as `:3`. */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const [number] = await Promise.race([
      once(server.stdio[3], 'data', { signal: AbortSignal.timeout(START_DEADLINE_MS) }),
      once(server, 'close').then(() => Promise.reject(new Error('it ended'))),
    ]);
    return { server, name: `:${String(number).trim()}` };
  } catch (error) {
    throw new PlainError(`The virtual display could not be started: ${error.message}.`);
  }
}
