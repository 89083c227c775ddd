import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDesktop, type Desktop } from '../support/desktop/desktop';
import { startSessionBus } from '../support/desktop/session-bus';
import { showsTrayIcons } from '@electron/platform/message-bus';

const LIMIT_MS = 30_000;
let desktop: Desktop;
beforeAll(async () => (desktop = await startDesktop()));
afterAll(() => desktop.stop());

const ask = (address: string, current: string) =>
  showsTrayIcons(LIMIT_MS, { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: current }, 'linux');

it('knows a desktop with tray icons from one without', async () => {
  const bare = await startSessionBus();
  expect(await ask(desktop.address, 'KDE')).toBe(true);
  expect(await ask(bare.address, 'GNOME')).toBe(false);
  // Without a desktop nothing is known against it.
  expect(await ask(bare.address, '')).toBe(true);
  bare.stop();
});
