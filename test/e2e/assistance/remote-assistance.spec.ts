import { isRunning, servicesOf } from '../../support/processes/processes';
import { ask, factsOf, LINK, MARKUP, test, windowOf, zoom } from '../support/assistance';
import { accessibilityProblems } from '../support/axe';
import { expect } from '../support/fixtures';
import { misfits } from '../support/layout';

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
  expect(await factsOf(app, 'request')).toMatchObject({ isOnTop: true, isVisible: true });
  // Every text of the help desk stands there as it was sent.
  for (const text of [`Ada ${MARKUP}`, `Druckhaus ${MARKUP}`, `T-1 ${MARKUP}`, `Colours ${MARKUP}`]) {
    await expect(dialog.getByText(text, { exact: true })).toBeVisible();
  }
  await expect(dialog.getByText('View and control', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('timer')).toHaveText(/Denied automatically in \d+ s/);
  await expect(dialog.locator('img, b')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Allow' })).toBeEnabled();
  expect(await accessibilityProblems(window)).toEqual([]);
  await window.screenshot({ path: test.info().outputPath('request.png') });
  await zoom(app, 'request', 2);
  await expect(dialog.getByRole('button', { name: 'Allow' })).toBeInViewport({ ratio: 1 });
  await expect(dialog.getByRole('button', { name: 'Deny' })).toBeInViewport({ ratio: 1 });
  await window.screenshot({ path: test.info().outputPath('request-zoomed.png') });

  await dialog.getByRole('button', { name: 'Allow' }).click();
  const indicator = await windowOf(app, 'session');
  await expect.poll(() => client.starts()).toEqual([[LINK]]);
  await expect(indicator.getByRole('heading', { name: 'Remote assistance is running' })).toBeVisible();
  await expect(indicator.getByRole('timer', { name: 'Time remaining' })).toHaveText(/^(59|60):\d\d$/);
  expect(await factsOf(app, 'session')).toMatchObject({ isOnTop: true, isVisible: true });
  expect(await accessibilityProblems(indicator)).toEqual([]);
  await zoom(app, 'session', 2);
  await expect(indicator.getByRole('button', { name: 'Stop remote assistance' })).toBeInViewport({
    ratio: 1,
  });
  await expect.poll(() => office.view().status?.remoteAssistance.inSession).toBe(true);
  expect(asked.answer).toMatchObject({ decision: 'allowed' });

  // The zoom counts for every window of the program.
  await zoom(app, 'session', 1);
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
  await expect(main.getByRole('table', { name: 'Session history' })).toContainText('Customer');
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
  // A key that was pressed as the window came up would have been meant for something else.
  await expect(window.getByRole('button', { name: 'Nega' })).toBeEnabled();
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
  await zoom(app, 'request', 2);
  await expect.poll(() => window.evaluate(() => innerWidth)).toBeLessThanOrEqual(280);
  expect(await misfits(window)).toEqual([]);
  await zoom(app, 'request', 1);
  await window.getByRole('button', { name: 'Zulassen' }).click();
  const indicator = await windowOf(app, 'session');
  const stop = indicator.getByRole('button', { name: 'Remoteunterstützung beenden' });
  await stop.waitFor();
  await zoom(app, 'session', 2);
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
