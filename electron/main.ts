import './start/report-uncaught-failure';
import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, dialog } from 'electron';
import { AppError } from '@shared/errors/app-error';
import { isTrialVersion } from '@shared/domain/updates/trial-version';
import { createDataFolders, type DataPlace } from './platform/folders';
import { leaveSilentBuses } from './platform/message-bus';
import { isServiceInstalled } from './platform/service-control';
import { refusedSwitch } from './start/refused-switches';
import { disablePeriodicWakeUps } from './start/service-switches';
import type { StartFacts } from './start/start-facts';
import { argumentsOfProgram, readStartIntent } from './start/start-intent';

process.umask(0o077);
// Chromium would write the keys of every connection there, for whoever could set the variable to read along.
delete process.env['SSLKEYLOGFILE'];

/** A bus answers within milliseconds, and the start waits so long for one that does not. */
const BUS_PATIENCE_MS = 2000;

const isGivenFolder = (process as { defaultApp?: boolean }).defaultApp === true;
const intent = readStartIntent(argumentsOfProgram(process.argv, isGivenFolder));
const { REMOTE_SERVICE_HOME: givenHome = '', REMOTE_SERVICE_VENDOR: givenVendor = '' } = process.env;
const appRoot = app.getAppPath();
const version = app.getVersion();
// A package made with the test runtime is one to try, not a release.
const isReleasePackaged = app.isPackaged && !isTrialVersion(version);
const noSandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];

/** Electron makes the folder when it is asked for it; an account without a home, of a monitoring system for one, has none. */
const ownFolder = (): string => {
  try {
    return app.getPath('userData');
  } catch {
    return path.join(homedir(), '.config', app.getName());
  }
};

/** A data folder that was named is always that of an embedded service. */
const placeOf = (): DataPlace => {
  if (givenHome !== '') return { mode: 'embedded', home: givenHome };
  if (intent.mode === 'service' && intent.isInstalled)
    return { mode: 'installed', home: createDataFolders().installedHome };
  const isInstalled = intent.mode !== 'service' && isServiceInstalled();
  return { mode: isInstalled ? 'installed' : 'embedded', home: ownFolder() };
};

const facts: StartFacts = {
  ...placeOf(),
  isReleasePackaged,
  version,
  vendorFile:
    givenVendor !== '' && !isReleasePackaged
      ? path.resolve(givenVendor)
      : path.join(appRoot, 'build', 'vendor.json'),
  appRoot,
  launch: { executable: process.execPath, args: [...noSandbox, ...(isGivenFolder ? [appRoot] : [])] },
};

const refusedWith = isReleasePackaged
  ? refusedSwitch(intent.mode, process.argv.slice(1), noSandbox.length > 0)
  : null;

const refusal = (): AppError | null => {
  // `build/linux/remote-service` has root start the program so.
  const isRoots = isReleasePackaged && process.argv.includes('--started-by-root');
  if (isRoots && intent.mode === 'app') return new AppError('window-as-root');
  return refusedWith === null ? null : new AppError('switch-refused', { name: refusedWith });
};
const refused = refusal();

if (refused !== null) {
  const { refusedStart } = await import('./start/refused-start');
  const { text, exitCode } = await refusedStart(refused, app.getPreferredSystemLanguages()[0] ?? '');
  // Before Electron is ready, so that Chromium has acted on nothing yet; where there is no window then, this is stderr.
  if (intent.mode === 'app') dialog.showErrorBox('Remote Service', text);
  else writeSync(2, `${text}\n`);
  process.exit(exitCode);
} else if (!path.isAbsolute(facts.home)) {
  process.stderr.write('REMOTE_SERVICE_HOME must be an absolute path.\n', () => process.exit(2));
} else if (intent.mode === 'command') {
  // A command runs to its end here, before Electron is ready, and so needs no display.
  const { runCommand } = await import('./cli/run/run-command');
  process.exit(await runCommand(intent.argv, facts));
} else {
  app.setPath('userData', path.join(facts.home, 'chromium', intent.mode));
  await leaveSilentBuses(BUS_PATIENCE_MS);
  if (intent.mode === 'service') {
    disablePeriodicWakeUps(app.commandLine);
    (await import('./service/index')).startService(facts, intent.hasLifeline);
  } else (await import('./app/compose/start-app')).startApp(facts);
}
