import { app } from 'electron';
import { isWithoutBus } from '../message-bus';

/**
 * Ends the process once its own parts are stopped. Chromium connects to the buses before any script runs; where one is
 * silent, its thread waits for good, and an orderly end would wait for that thread. Then the process ends without it.
 */
export const endProcess = (exitCode: number) => {
  if (!isWithoutBus()) app.exit(exitCode);
  // Node's own way out of the process, which its types leave out.
  else (process as NodeJS.Process & { reallyExit: (code: number) => never }).reallyExit(exitCode);
};
