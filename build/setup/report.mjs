/** A failure that a person can act on: its message is a whole sentence and is printed without a stack. */
export class PlainError extends Error {}

/** Progress goes to stderr, because the stdout of several scripts is a document that others parse. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's main function and ends the script: with the code it returns, or with 1 when it fails. */
export async function runScript(main) {
  let code = 1;
  try {
    code = (await main()) ?? 0;
  } catch (error) {
    say(error instanceof PlainError ? error.message : String(error?.stack ?? error));
  }
  // Processes that still run are ended by their starters, on `exit`.
  process.exit(code);
}
