import { setTimeout as delay } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import { say } from '../setup/report.mjs';
import { stop } from '../setup/run.mjs';
import { startVirtualDisplay } from '../setup/virtual-display.mjs';
import { configure, describe, openDemo, renewLicence, waitUntilConnected } from './demo.mjs';
import { takeScreenshots } from './screenshots.mjs';

const LAUNCH_DEADLINE_MS = 60_000;
const CLOSE_DEADLINE_MS = 15_000;

/** Does the main job once on a virtual display: connect, renew the licence, show it. `keep` waits for a signal after. */
export async function demoWithoutDisplay(runtime, { keep = false, screenshots, format, licences } = {}) {
  const display = await startVirtualDisplay();
  const demo = await openDemo(runtime, { licences });
  await configure(demo);
  await demo.program.set('language', 'en-GB');
  const app = await launch(runtime, demo, display.name);
  try {
    await doMainJob(app, demo, { folder: screenshots ?? demo.folder.screenshots, format });
    if (keep) await stayUntilSignal(demo);
  } finally {
    await Promise.race([app.close(), delay(CLOSE_DEADLINE_MS, undefined, { ref: false })]);
    await demo.backOffice.close();
    await stop(display.server);
  }
}

async function doMainJob(app, demo, { folder, format }) {
  const page = await app.firstWindow();
  say('Connecting ...');
  await waitUntilConnected(demo);
  say('Connected. The back office issues a new licence ...');
  const status = await renewLicence(demo);
  await takeScreenshots(page, folder, { format });
  process.stdout.write(`${describe(status, demo)}\nScreenshots:  ${folder}\n`);
}

async function stayUntilSignal({ backOffice }) {
  process.stdout.write(`Help desk:    ${backOffice.helpDeskUrl}\n`);
  say('Running until Ctrl-C.');
  await new Promise(() => undefined);
}

function launch({ executable, args }, { env }, display) {
  // Without a bus of its own the demo would leave its key in the keyring of whoever runs it.
  const own = { ...env, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: 'disabled:', NO_AT_BRIDGE: '1' };
  return _electron.launch({
    executablePath: executable,
    args,
    env: own,
    timeout: LAUNCH_DEADLINE_MS,
    // Otherwise Playwright takes the sandbox off, also where the runtime's own arguments leave it on.
    chromiumSandbox: !args.includes('--no-sandbox'),
  });
}
