import { existsSync, readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { servicesOf } from '../support/processes';
import { configure } from '../support/program';
import { createStandIn, type StandIn } from '../support/stand-in-client';
import { accessibilityProblems } from './axe';
import { expect, openApp, test as base, type OpenApp } from './fixtures';
import { misfits } from './layout';

const LINK = 'https://get.teamviewer.com/v15/s12345678';
const MARKUP = '<img src=x onerror=alert(1)><b>bold</b>';

const ask = (change: object = {}) => ({
  technician: { name: `Ada ${MARKUP}`, organisation: `Druckhaus ${MARKUP}` },
  ticket: `T-1 ${MARKUP}`,
  reason: `Colours ${MARKUP}`,
  access: 'control' as const,
  session: {
    provider: 'teamviewer' as const,
    code: 's12-345-678',
    endCustomerLink: LINK,
    validUntil: new Date(Date.now() + 3_600_000).toISOString(),
  },
  ...change,
});

const test = base.extend<{ client: StandIn; assisted: OpenApp }>({
  client: async ({ program }, use) => {
    const client = createStandIn();
    program.env['PATH'] = `${client.folder}:${program.env['PATH'] ?? ''}`;
    await use(client);
    client.remove();
  },
  assisted: async ({ office, program, client }, use) => {
    expect(client.starts()).toEqual([]);
    await configure(program, office);
    await program.set('remoteAssistance.allowed', true);
    const opened = await openApp(program);
    await expect(opened.shell.connectionStatus).toHaveText('Connected');
    await use(opened);
  },
});

const isRunning = (id: number) =>
  existsSync(`/proc/${id}/stat`) && !/\) [ZX] /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));

/** The small window of this kind, as soon as it is there. */
const windowOf = async (app: ElectronApplication, kind: 'request' | 'session'): Promise<Page> => {
  const find = () => app.windows().find((page) => page.url().endsWith(`#${kind}`));
  await expect.poll(() => find() !== undefined, { intervals: [20], timeout: 30_000 }).toBe(true);
  const page = find();
  if (page === undefined) throw new Error(`the window ${kind} has gone`);
  return page;
};

const onTop = (app: ElectronApplication, title: string) =>
  app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle() === wanted)
        ?.isAlwaysOnTop(),
    title,
  );

const zoom = (app: ElectronApplication, title: string, factor: number) =>
  app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getTitle() === wanted.title)
        ?.webContents.setZoomFactor(wanted.factor),
    { title, factor },
  );

test('a session from the request to the stop, with the main window closed', async ({
  office,
  client,
  assisted,
}) => {
  const { app, shell, page: main } = assisted;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const asked = office.requestAssistance(ask());
  const window = await windowOf(app, 'request');
  const dialog = window.getByRole('alertdialog', { name: 'Remote assistance request' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Deny' })).toBeFocused();
  expect(await onTop(app, 'Remote assistance request')).toBe(true);
  // Every text of the help desk stands there as it was sent.
  for (const text of [`Ada ${MARKUP}`, `Druckhaus ${MARKUP}`, `T-1 ${MARKUP}`, `Colours ${MARKUP}`]) {
    await expect(dialog.getByText(text, { exact: true })).toBeVisible();
  }
  await expect(dialog.getByText('View and control', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('timer')).toHaveText(/Denied by itself in \d+ s/);
  await expect(dialog.locator('img, b')).toHaveCount(0);
  expect(await accessibilityProblems(window)).toEqual([]);
  await window.screenshot({ path: test.info().outputPath('request.png') });
  await zoom(app, 'Remote assistance request', 2);
  await expect(dialog.getByRole('button', { name: 'Allow' })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: 'Deny' })).toBeInViewport({ ratio: 1 });
  await window.screenshot({ path: test.info().outputPath('request-zoomed.png') });

  await dialog.getByRole('button', { name: 'Allow' }).click();
  const indicator = await windowOf(app, 'session');
  await expect.poll(() => client.starts()).toEqual([[LINK]]);
  await expect(indicator.getByRole('heading', { name: 'Remote assistance is running' })).toBeVisible();
  await expect(indicator.getByRole('timer', { name: 'Time left' })).toHaveText(/^(59|60):\d\d$/);
  expect(await onTop(app, 'Remote assistance is running')).toBe(true);
  expect(await accessibilityProblems(indicator)).toEqual([]);
  await zoom(app, 'Remote assistance is running', 2);
  await expect(indicator.getByRole('button', { name: 'Stop remote assistance' })).toBeInViewport({
    ratio: 1,
  });
  await expect.poll(() => office.view().status?.remoteAssistance.inSession).toBe(true);
  expect(asked.answer).toMatchObject({ decision: 'allowed' });

  // The zoom counts for every window of the program.
  await zoom(app, 'Remote assistance is running', 1);
  await indicator.screenshot({ path: test.info().outputPath('indicator.png') });
  const [process = 0] = client.processes();
  await indicator.getByRole('button', { name: 'Stop remote assistance' }).click();
  await expect.poll(() => isRunning(process), { timeout: 2000, intervals: [20] }).toBe(false);
  await expect.poll(() => asked.end?.endedBy).toBe('customer');
  await expect.poll(() => app.windows().length).toBe(1);

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await shell.goTo('Remote Service');
  await main.getByRole('tab', { name: 'Remote assistance' }).click();
  await expect(main.getByRole('switch', { name: 'Allow remote assistance' })).toBeChecked();
  await expect(main.getByRole('combobox', { name: 'Permission ends after' })).toHaveValue('8');
  await expect(main.getByRole('table', { name: 'Session history' })).toContainText('This side');
  expect(await accessibilityProblems(main)).toEqual([]);
  await main.screenshot({ path: test.info().outputPath('tab.png'), fullPage: true });
});

test('a request is denied with one key, in Italian and in the dark, and not shown on a locked screen', async ({
  office,
  program,
  client,
  assisted: { app },
}) => {
  await program.set('language', 'it');
  const asked = office.requestAssistance(ask({ access: 'view' }));
  const window = await windowOf(app, 'request');
  await window.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(window.getByRole('button', { name: 'Nega' })).toBeFocused();
  await expect(window.getByRole('alertdialog', { name: 'Richiesta di assistenza remota' })).toBeVisible();
  expect(await accessibilityProblems(window)).toEqual([]);
  await window.screenshot({ path: test.info().outputPath('request-dark.png') });
  const closed = window.waitForEvent('close');
  // The window is gone before the key is up again.
  await Promise.all([closed, window.keyboard.down('Enter').catch(() => undefined)]);
  await expect.poll(() => asked.answer?.decision).toBe('denied');

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  const unseen = office.requestAssistance(ask());
  await expect.poll(() => unseen.answer).toMatchObject({ decision: 'unavailable', reason: 'no-screen' });
  expect(client.starts()).toEqual([]);
});

test('nothing of the small windows reaches past their edges at a zoom of 200 %, in German', async ({
  office,
  program,
  assisted: { app, page },
}) => {
  await program.set('language', 'de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  office.requestAssistance(ask());
  const window = await windowOf(app, 'request');
  await window.getByRole('alertdialog').waitFor();
  await zoom(app, 'Anfrage für Remoteunterstützung', 2);
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(280);
  expect(await misfits(window)).toEqual([]);
  await zoom(app, 'Anfrage für Remoteunterstützung', 1);
  await window.getByRole('button', { name: 'Zulassen' }).click();
  const indicator = await windowOf(app, 'session');
  const stop = indicator.getByRole('button', { name: 'Remoteunterstützung beenden' });
  await stop.waitFor();
  await zoom(app, 'Remoteunterstützung läuft', 2);
  await expect.poll(() => indicator.evaluate(() => innerWidth)).toBeLessThanOrEqual(210);
  expect(await misfits(indicator)).toEqual([]);
  await expect(stop).toBeInViewport({ ratio: 1 });
});

test('the session ends with the app that is killed, and is reported after the next start', async ({
  office,
  program,
  client,
  assisted: { app },
}) => {
  const asked = office.requestAssistance(ask());
  const window = await windowOf(app, 'request');
  await window.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => client.starts()).toHaveLength(1);
  await expect.poll(() => office.view().status?.remoteAssistance.inSession).toBe(true);
  const [process = 0] = client.processes();
  app.process().kill('SIGKILL');
  await expect.poll(() => isRunning(process)).toBe(false);
  await expect.poll(() => servicesOf(program.base)).toEqual([]);
  await program.startService();
  await expect.poll(() => asked.end?.endedBy, { timeout: 20_000 }).toBe('service-stopped');
});
