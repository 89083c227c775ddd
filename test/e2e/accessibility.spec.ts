import { accessibilityProblems } from './support/axe';
import { expect, test, type OpenApp } from './support/fixtures';
import { misfits, unreachedByKeyboard } from './support/layout';
import { untilInstalled } from './support/status';

/** Goes to each page of the tree in turn, whatever the language. */
async function onEveryPage({ page, shell }: OpenApp, look: (name: string) => Promise<void>) {
  // In a small window the tree is folded away.
  const links = page.locator('nav a[href]');
  const paths = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
  expect(paths.length).toBeGreaterThanOrEqual(5);
  for (const path of paths) {
    await page.evaluate((hash) => (location.hash = hash ?? ''), path);
    // Of two links to a page the inner one has its name; until then the page before it is still there.
    const name = (await page.locator(`nav a[href="${path}"]`).last().textContent())?.trim() ?? '';
    await expect(shell.heading).toContainText(name.replace(/\s*\d+$/, ''));
    await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
    await look(path ?? '');
    for (const tab of await page.getByRole('tab', { selected: false }).all()) {
      await tab.click();
      await look(`${path ?? ''}, ${await tab.innerText()}`);
    }
  }
}

for (const language of ['en-GB', 'it'] as const) {
  test(`axe finds nothing on any page, light or dark, in ${language}`, async ({
    office,
    program,
    connected,
  }) => {
    await untilInstalled(program, office);
    await program.set('language', language);
    await expect(connected.page.locator('html')).toHaveAttribute('lang', language);
    for (const colourScheme of ['light', 'dark'] as const) {
      await connected.page.emulateMedia({ colorScheme: colourScheme, reducedMotion: 'reduce' });
      await onEveryPage(connected, async (name) => {
        expect(await accessibilityProblems(connected.page), `${name} ${colourScheme}`).toEqual([]);
      });
    }
  });
}

test('the Tab key reaches every control of every page', async ({ office, program, connected }) => {
  await untilInstalled(program, office);
  await onEveryPage(connected, async (name) => {
    expect(await unreachedByKeyboard(connected.page), name).toEqual([]);
  });
});

// German has the longest words: what holds them holds the others.
for (const language of ['en-GB', 'de'] as const) {
  test(`a small window and a zoom of 200 % cut nothing off and never scroll sideways in ${language}`, async ({
    office,
    program,
    connected,
  }) => {
    await untilInstalled(program, office);
    await program.set('language', language);
    const { app, page } = connected;
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const sizes = [
      { width: 900, height: 600, zoom: 1 },
      { width: 1180, height: 860, zoom: 2 },
      { width: 640, height: 480, zoom: 1 },
    ];
    for (const size of sizes) {
      await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(width, height);
        window?.webContents.setZoomFactor(zoom);
      }, size);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(size.width / size.zoom));
      await onEveryPage(connected, async (name) => {
        expect(await misfits(page), `${name} at ${JSON.stringify(size)}`).toEqual([]);
      });
    }
  });
}
