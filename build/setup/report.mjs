/** A failure that a person can act on: its message is a whole sentence and is printed without a stack. */
export class PlainError extends Error {}

/** Progress goes to stderr, because the stdout of several scripts is a document that others parse. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's main function; what it returns becomes the exit code, a failure is printed and gives 1. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof PlainError ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
