import type { ChildProcess } from 'node:child_process';

/**
 * Asks a child to end, where the system has a way of asking: a signal on Windows is a kill. There the child has to notice
 * by itself, by its input that closes for one.
 */
export const requestExit = (
  child: Pick<ChildProcess, 'kill'>,
  platform: NodeJS.Platform = process.platform,
) => {
  if (platform !== 'win32') child.kill('SIGTERM');
};
