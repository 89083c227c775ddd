import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const CONFIGURATION = path.resolve(import.meta.dirname, '../../../build/testing/session-bus.conf');

export interface SessionBus {
  address: string;
  stop: () => void;
}

/** Starts a session bus of its own that starts nothing by itself: no keyring, no tray, no notifications but ours. */
export async function startSessionBus(): Promise<SessionBus> {
  const args = [`--config-file=${CONFIGURATION}`, '--nofork', '--print-address=1'];
  const daemon = spawn('dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(daemon.stdout, 'data', { signal: AbortSignal.timeout(20_000) })) as [Buffer];
  return { address: line.toString().trim(), stop: () => void daemon.kill('SIGKILL') };
}
