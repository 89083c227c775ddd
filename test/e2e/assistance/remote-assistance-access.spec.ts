import type { ElectronApplication, Page } from '@playwright/test';
import { ask, factsOf, test, windowOf, type SmallWindow } from '../support/assistance';
import { accessibilityProblems } from '../support/axe';
import { expect } from '../support/fixtures';
import { press } from '../support/keyboard';
import { misfits, unreachedByKeyboard } from '../support/layout';

const WORDS = {
  'en-GB': {
    deny: 'Deny',
    allow: 'Allow',
    request: 'Remote assistance request',
    running: 'Remote assistance is running',
    left: 'Time remaining',
    stop: 'Stop remote assistance',
  },
  it: {
    deny: 'Nega',
    allow: 'Consenti',
    request: 'Richiesta di assistenza remota',
    running: 'Assistenza remota in corso',
    left: 'Tempo rimanente',
    stop: "Interrompi l'assistenza remota",
  },
} as const;

/** As much text as a request may hold, with words that no line breaks. */
const LONG = {
  technician: { name: `Ada ${'Lovelace'.repeat(20)}`, organisation: `Druckhaus ${'Service '.repeat(22)}` },
  ticket: `T-${'4711'.repeat(20)}`,
  reason: `Colours are wrong. ${'The proof does not match the print at all. '.repeat(45)}`,
};

/** Texts that run past their own edge. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, p, dt, dd, button')]
      .filter((element) => !element.classList.contains('visually-hidden'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => element.outerHTML.slice(0, 160)),
  );

const inBothSchemes = async (page: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await accessibilityProblems(page), `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
  }
};

/** The main window's zoom is that of every window. */
const setZoom = (app: ElectronApplication, factor: number) =>
  app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted);
  }, factor);

const fitsItsDisplay = async (app: ElectronApplication, kind: SmallWindow) => {
  const { bounds, workArea } = await factsOf(app, kind);
  expect(bounds.x).toBeGreaterThanOrEqual(workArea.x);
  expect(bounds.y).toBeGreaterThanOrEqual(workArea.y);
  expect(bounds.x + bounds.width).toBeLessThanOrEqual(workArea.x + workArea.width);
  expect(bounds.y + bounds.height).toBeLessThanOrEqual(workArea.y + workArea.height);
};

for (const language of ['en-GB', 'it'] as const) {
  const words = WORDS[language];

  test(`request and indicator can be used by everybody, in ${language}`, async ({
    office,
    program,
    client,
    assisted: { app },
  }) => {
    await program.set('language', language);
    const denied = office.requestAssistance(ask(LONG));
    const first = await windowOf(app, 'request');
    const dialog = first.getByRole('alertdialog', { name: words.request });
    await expect(dialog.getByRole('button', { name: words.deny })).toBeFocused();
    await expect(dialog).toHaveAccessibleDescription(/Lovelace/);
    // However much the help desk writes, what may be done is in sight.
    await expect(first.locator('.access dd')).toBeInViewport({ ratio: 1 });
    await inBothSchemes(first, `request-${language}`);
    expect(await misfits(first)).toEqual([]);
    expect(await cutOff(first)).toEqual([]);
    expect(await unreachedByKeyboard(first)).toEqual([]);
    await expect(dialog.getByRole('button', { name: words.deny })).toBeEnabled();
    const closed = first.waitForEvent('close');
    await Promise.all([closed, first.keyboard.down('Escape').catch(() => undefined)]);
    await expect.poll(() => denied.answer?.decision).toBe('denied');

    await setZoom(app, 2);
    office.requestAssistance(ask(LONG));
    const second = await windowOf(app, 'request');
    const allow = second.getByRole('button', { name: words.allow });
    await expect.poll(async () => (await factsOf(app, 'request')).bounds.width).toBeGreaterThan(1000);
    await fitsItsDisplay(app, 'request');
    await expect(allow).toBeInViewport({ ratio: 1 });
    await expect(second.getByRole('button', { name: words.deny })).toBeInViewport({ ratio: 1 });
    expect([...(await misfits(second)), ...(await cutOff(second))]).toEqual([]);
    await inBothSchemes(second, `request-zoomed-${language}`);
    await expect(second.getByRole('button', { name: words.allow })).toBeEnabled();
    await press(second, allow, 'Enter').catch(() => undefined);

    const indicator = await windowOf(app, 'session');
    const stop = indicator.getByRole('button', { name: words.stop });
    await expect(indicator.getByRole('heading', { name: words.running })).toBeVisible();
    await expect(indicator.getByRole('timer', { name: words.left })).toHaveText(/^(59|60):\d\d$/);
    await expect.poll(async () => (await factsOf(app, 'session')).bounds.width).toBeGreaterThan(800);
    await fitsItsDisplay(app, 'session');
    await expect(stop).toBeInViewport({ ratio: 1 });
    expect([...(await misfits(indicator)), ...(await cutOff(indicator))]).toEqual([]);
    await inBothSchemes(indicator, `indicator-zoomed-${language}`);
    await setZoom(app, 1);
    await inBothSchemes(indicator, `indicator-${language}`);
    expect(await unreachedByKeyboard(indicator)).toEqual([]);
    await press(indicator, stop, 'Enter').catch(() => undefined);
    await expect.poll(() => app.windows().length).toBe(1);
    expect(client.starts()).toHaveLength(1);
  });
}
