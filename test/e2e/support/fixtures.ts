import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import {
  _electron,
  test as base,
  expect,
  type ElectronApplication,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { startBackOffice, type BackOffice, type BackOfficeOptions } from '../../back-office/back-office';
import { startDesktop, type Desktop } from '../../support/desktop/desktop';
import { startVirtualDisplay } from '../../support/desktop/virtual-display';
import { configure, createProgram, type Program } from '../../support/program';
import { appRuntime } from '../../support/runtime';
import { Shell } from '../pages/shell';

export { expect };

export interface OpenApp {
  app: ElectronApplication;
  page: Page;
  shell: Shell;
}

interface Fixtures {
  /** The options of `startBackOffice`; a spec sets it with `test.use`. */
  officeOptions: BackOfficeOptions;
  office: BackOffice;
  /** A tray and notifications for `program`; to be named before what opens the app. */
  desktop: Desktop;
  /** An installation with an empty data folder; nothing of it runs. */
  program: Program;
  /** Starts the app of `program` and waits for its first page. */
  open: () => Promise<OpenApp>;
  /** The app, configured for `office` and connected. */
  connected: OpenApp;
}

/** Where a test went wrong, the program's own logs say why. */
async function attachLogs({ home }: Program, testInfo: TestInfo) {
  const logs = path.join(home, 'logs');
  if (testInfo.status === testInfo.expectedStatus || !existsSync(logs)) return;
  for (const name of readdirSync(logs)) {
    await testInfo.attach(name, { body: readFileSync(path.join(logs, name)), contentType: 'text/plain' });
  }
}

const ANSWER_LIMIT_MS = 10_000;

/** Whether anything runs in the page at all: steered from outside, Chromium 130 now and then leaves a new one stuck. */
const answers = (page: Page) =>
  Promise.race([
    page.evaluate(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), ANSWER_LIMIT_MS)),
  ]);

const launch = async (program: Program) => {
  const { executable, args } = await appRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args,
    env: program.env as Record<string, string>,
    timeout: 30_000,
  });
  return { app, page: await app.firstWindow() };
};

export async function openApp(program: Program): Promise<OpenApp> {
  let { app, page } = await launch(program);
  if (!(await answers(page))) {
    app.process().kill('SIGKILL');
    ({ app, page } = await launch(program));
  }
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app, page, shell: new Shell(page) };
}

export const test = base.extend<Fixtures, { display: string }>({
  /** One for each worker: two windows on one display take the focus and the clipboard from each other. */
  display: [
    async ({}, use) => {
      const display = await startVirtualDisplay();
      process.env['DISPLAY'] = display.name;
      await use(display.name);
      display.stop();
    },
    { scope: 'worker', auto: true },
  ],

  officeOptions: [{}, { option: true }],

  office: async ({ officeOptions }, use) => {
    const office = await startBackOffice(officeOptions);
    await use(office);
    await office.close();
  },

  desktop: async ({ program }, use) => {
    const desktop = await startDesktop();
    program.env['DBUS_SESSION_BUS_ADDRESS'] = desktop.address;
    await use(desktop);
    desktop.stop();
  },

  program: async ({ office }, use, testInfo) => {
    const program = await createProgram(office);
    await use(program);
    await attachLogs(program, testInfo);
    await program.end();
  },

  open: async ({ program }, use) => {
    await use(() => openApp(program));
  },

  connected: async ({ office, program, open }, use) => {
    await configure(program, office);
    const opened = await open();
    await expect(opened.shell.connectionStatus).toHaveText('Connected');
    await use(opened);
  },
});
