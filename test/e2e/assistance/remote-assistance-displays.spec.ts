import { LEFT, RIGHT, startTwoDisplays, type TwoDisplays } from '../../support/desktop/two-displays';
import { ask, factsOf, openAssisted, test as base, windowOf } from '../support/assistance';
import { expect } from '../support/fixtures';

const test = base.extend<{ displays: TwoDisplays }>({
  displays: async ({ program }, use) => {
    const displays = await startTwoDisplays();
    program.env['DISPLAY'] = displays.name;
    await use(displays);
    displays.stop();
  },
  assisted: async ({ displays, office, program, client }, use) => {
    expect([displays.name, ...client.starts()]).toHaveLength(1);
    await use(await openAssisted(program, office));
  },
});

const isIn = (inner: typeof LEFT, outer: typeof LEFT) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

test('request and indicator stand whole on the display with the pointer, and outlive it', async ({
  office,
  client,
  displays,
  assisted: { app },
}) => {
  expect(await app.evaluate(({ screen }) => screen.getAllDisplays().map(({ bounds }) => bounds))).toEqual([
    LEFT,
    RIGHT,
  ]);
  const placeOf = async (kind: 'request' | 'session') => (await factsOf(app, kind)).bounds;

  await displays.point(1800, 300);
  office.requestAssistance(ask({ access: 'view' }));
  const window = await windowOf(app, 'request');
  await expect(window.getByRole('button', { name: 'Deny' })).toBeFocused();
  expect(isIn(await placeOf('request'), RIGHT)).toBe(true);

  // The display goes while the question is open: the question stays, where it can be seen.
  await displays.unplugRight();
  await expect.poll(async () => isIn(await placeOf('request'), LEFT)).toBe(true);
  expect(await factsOf(app, 'request')).toMatchObject({ isOnTop: true, isVisible: true });
  await window.getByRole('button', { name: 'Allow' }).click();

  const indicator = await windowOf(app, 'session');
  await expect.poll(() => client.starts()).toHaveLength(1);
  await expect(indicator.getByRole('timer', { name: 'Time remaining' })).toBeVisible();
  expect(isIn(await placeOf('session'), LEFT)).toBe(true);

  // A person moves it to the display that has come back, which goes once more.
  await displays.plugRight();
  await expect.poll(() => app.evaluate(({ screen }) => screen.getAllDisplays().length)).toBe(2);
  await app.evaluate(({ BrowserWindow }) => {
    const moved = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#session'),
    );
    moved?.setPosition(1500, 100);
  });
  await expect.poll(async () => isIn(await placeOf('session'), RIGHT)).toBe(true);
  await displays.unplugRight();
  await expect.poll(async () => isIn(await placeOf('session'), LEFT)).toBe(true);
  expect(await factsOf(app, 'session')).toMatchObject({ isOnTop: true, isVisible: true });

  // A request to widen during the session appears where the pointer is now.
  await displays.plugRight();
  await expect.poll(() => app.evaluate(({ screen }) => screen.getAllDisplays().length)).toBe(2);
  const pointerAt = async (x: number) => {
    // Electron believes the place before the display went until the pointer moves over a window of its own.
    await displays.point(640, 512);
    await displays.point(x, 100);
    return app.evaluate(({ screen }) => screen.getCursorScreenPoint().x);
  };
  await expect.poll(() => pointerAt(1400)).toBe(1400);
  const widening = office.requestAssistance(ask({ access: 'control' }));
  const again = await windowOf(app, 'request');
  await expect(again.getByText('wants to use the mouse and keyboard')).toBeVisible();
  expect(isIn(await placeOf('request'), RIGHT)).toBe(true);
  expect(await factsOf(app, 'session')).toMatchObject({ isOnTop: true, isVisible: true });
  await again.getByRole('button', { name: 'Deny' }).click();
  await expect.poll(() => widening.answer?.decision).toBe('denied');

  await indicator.getByRole('button', { name: 'Stop remote assistance' }).click();
  await expect.poll(() => app.windows().length).toBe(1);
});
