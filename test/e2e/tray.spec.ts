import { servicesOf } from '../support/processes/processes';
import { trayIcon } from '../support/desktop/tray-icon';
import { expect, test } from './support/fixtures';

test('the tray icon shows the state and opens and quits the program', async ({
  desktop,
  program,
  connected: { app },
}) => {
  await expect.poll(() => desktop.trayItems).toHaveLength(1);
  const icon = trayIcon(desktop.bus, desktop.trayItems[0] ?? '');
  await expect.poll(() => icon.tooltip()).toBe('Remote Service: Connected');
  const pictures = await icon.pictures();
  expect(pictures.length).toBeGreaterThan(0);
  for (const { width, height, bytes } of pictures) {
    expect(Math.min(width, height)).toBeGreaterThan(0);
    expect(bytes).toBe(width * height * 4);
  }
  const labels = (await icon.menu()).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Connected', 'Open Remote Service', 'Quit']));

  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isVisible).toBe(false);
  await icon.choose('Open Remote Service');
  await expect.poll(isVisible).toBe(true);

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await icon.choose('Quit');
  expect(await ended).toBe(0);
  await expect.poll(() => servicesOf(program.base)).toEqual([]);
});

test('the tray says what is wrong', async ({ desktop, office, connected }) => {
  await expect(connected.shell.connectionStatus).toHaveText('Connected');
  await expect.poll(() => desktop.trayItems).toHaveLength(1);
  const icon = trayIcon(desktop.bus, desktop.trayItems[0] ?? '');
  await office.goAway();
  await expect.poll(() => icon.tooltip()).toMatch(/^Remote Service: Connection failed · /);
});
