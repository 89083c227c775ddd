import { trayIcon } from '../../support/desktop/tray-icon';
import { isRunning, kill, servicesOf } from '../../support/processes/processes';
import { ask, factsOf, openAssisted, test, windowOf } from '../support/assistance';
import { expect } from '../support/fixtures';

test('an open request ends with silence, with the permission, and with the service', async ({
  office,
  program,
  client,
  assisted: { app, shell },
}) => {
  const only = () => expect.poll(() => app.windows().length).toBe(1);

  const silent = office.requestAssistance(ask(), 3);
  await windowOf(app, 'request');
  await expect.poll(() => silent.answer?.decision).toBe('no-answer');
  await only();

  const forbidden = office.requestAssistance(ask());
  await windowOf(app, 'request');
  await program.set('remoteAssistance.allowed', false);
  await expect
    .poll(() => forbidden.answer)
    .toMatchObject({ decision: 'not-permitted', reason: 'permission-ended' });
  await only();

  await program.set('remoteAssistance.allowed', true);
  const orphaned = office.requestAssistance(ask());
  await windowOf(app, 'request');
  for (const service of servicesOf(program.base)) kill(service);
  await only();
  await expect
    .poll(() => orphaned.answer, { timeout: 30_000 })
    .toMatchObject({ decision: 'unavailable', reason: 'service-restarted' });
  await expect(shell.connectionStatus).toHaveText('Connected', { timeout: 30_000 });
  expect(client.starts()).toEqual([]);
  await shell.goTo('Activity');
  for (const words of ['request not answered', 'request refused']) {
    await expect(shell.text(`Remote assistance ${words}`).first()).toBeVisible();
  }
});

test('a request window that is destroyed while it loads leaves the program running', async ({
  office,
  assisted: { app, shell },
}) => {
  for (const moment of ['did-start-loading', 'dom-ready', 'did-frame-finish-load'] as const) {
    await app.evaluate(({ app: electron }, event) => {
      electron.once('browser-window-created', (_event, window) => {
        window.webContents.once(event as 'dom-ready', () => window.destroy());
      });
    }, moment);
    const asked = office.requestAssistance(ask());
    await expect.poll(() => asked.answer?.decision).toBe('denied');
    await expect.poll(() => app.windows().length).toBe(1);
  }
  await expect(shell.connectionStatus).toHaveText('Connected');
});

test('a session ends with the service that is killed; the app and the help desk are told', async ({
  office,
  program,
  client,
  assisted: { app, shell },
}) => {
  const asked = office.requestAssistance(ask());
  await (await windowOf(app, 'request')).getByRole('button', { name: 'Allow' }).click();
  await windowOf(app, 'session');
  await expect.poll(() => client.starts()).toHaveLength(1);
  const [process = 0] = client.processes();
  for (const service of servicesOf(program.base)) kill(service);
  await expect.poll(() => isRunning(process)).toBe(false);
  await expect.poll(() => app.windows().length).toBe(1);
  await expect.poll(() => asked.end?.endedBy, { timeout: 30_000 }).toBe('service-stopped');
  await shell.goTo('Activity');
  await expect(shell.text('Remote assistance ended').first()).toBeVisible();
  expect(client.starts()).toHaveLength(1);
});

test('without a tray the indicator is there, and with one the session is stopped from it', async ({
  desktop,
  office,
  program,
  client,
}) => {
  const { address } = desktop;
  program.env['DBUS_SESSION_BUS_ADDRESS'] = 'disabled:';
  const bare = await openAssisted(program, office);
  office.requestAssistance(ask());
  await (await windowOf(bare.app, 'request')).getByRole('button', { name: 'Allow' }).click();
  await windowOf(bare.app, 'session');
  await expect.poll(async () => (await factsOf(bare.app, 'session')).isVisible).toBe(true);
  await expect.poll(() => client.starts()).toHaveLength(1);
  expect(desktop.trayItems).toEqual([]);
  await bare.app.close();
  await expect.poll(() => client.processes().filter(isRunning)).toEqual([]);

  program.env['DBUS_SESSION_BUS_ADDRESS'] = address;
  const { app } = await openAssisted(program, office);
  await expect.poll(() => desktop.trayItems).toHaveLength(1);
  const icon = trayIcon(desktop.bus, desktop.trayItems[0] ?? '');
  const asked = office.requestAssistance(ask());
  const window = await windowOf(app, 'request');
  await expect
    .poll(() => desktop.notifications.map(({ summary }) => summary))
    .toContain('Remote assistance request');
  await window.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => client.starts()).toHaveLength(2);
  const [, process = 0] = client.processes();
  await expect.poll(() => icon.tooltip()).toContain('Remote assistance');
  await icon.choose('Stop remote assistance');
  await expect.poll(() => isRunning(process), { timeout: 2000, intervals: [20] }).toBe(false);
  await expect.poll(() => asked.end?.endedBy).toBe('customer');
});
