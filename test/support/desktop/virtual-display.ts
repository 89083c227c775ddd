import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Starts an X server without a screen on the first free display; gives its name, such as `:3`, and how to stop it. */
export async function startVirtualDisplay(): Promise<{ name: string; stop: () => void }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(server.stdio[3] as Readable, 'data', {
    signal: AbortSignal.timeout(20_000),
  })) as [Buffer];
  return { name: `:${number.toString().trim()}`, stop: () => void server.kill('SIGKILL') };
}
