import { app } from 'electron';

const EXIT_CODE = 70;

/**
 * Ends the process after a failure that nothing caught. Electron's own answer is a modal dialog that waits for ever and
 * ignores SIGTERM; ours is a line on stderr and an exit that a supervisor can see.
 */
const end = (error: unknown) => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`remote-service ended unexpectedly: ${text}\n`, () => app.exit(EXIT_CODE));
};

process.on('uncaughtException', end);
process.on('unhandledRejection', end);
