import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

const AppRuntime = z.strictObject({
  executable: z.string(),
  /** Come before the application's own arguments; a test may add to them, so each caller gets a copy. */
  args: z.array(z.string()),
  version: z.string(),
  official: z.boolean(),
});
type AppRuntime = z.output<typeof AppRuntime>;

let known: Promise<AppRuntime> | undefined;

/** The program to start for the application of this tree, bundled from the present sources; asked once per worker. */
export async function appRuntime(): Promise<AppRuntime> {
  known ??= askForRuntime();
  return structuredClone(await known);
}

async function askForRuntime() {
  const script = path.join(REPOSITORY, 'build/runtime.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: REPOSITORY });
  return AppRuntime.parse(JSON.parse(stdout));
}
