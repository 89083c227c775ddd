import { once } from 'node:events';
import { PlainError, say } from '../setup/report.mjs';
import { start } from '../setup/run.mjs';
import { configure, describe, openDemo, renewLicence, waitUntilConnected } from './demo.mjs';

/** Opens the window, lets a new licence arrive while a person looks on, and stays until the program is quit. */
export async function demoOnDisplay(runtime) {
  const demo = await openDemo(runtime);
  const app = start(runtime.executable, runtime.args, { env: demo.env });
  const quit = new AbortController();
  const ended = once(app, 'close').finally(() => quit.abort());
  process.stdout.write(`Help desk:    ${demo.backOffice.helpDeskUrl}\n`);
  try {
    // While the window opens, so that nobody waits for the one after the other.
    await configure(demo);
    await waitUntilConnected(demo, quit.signal);
    say('Connected. The back office issues a new licence ...');
    process.stdout.write(`${describe(await renewLicence(demo, quit.signal), demo)}\n`);
  } catch (error) {
    if (!quit.signal.aborted) throw error;
  }
  say('Quit the program, or press Ctrl-C here, to end the demo.');
  const [code] = await ended;
  await demo.backOffice.close();
  if (code !== 0) throw new PlainError('The program ended with a failure: see the messages above.');
}
