import { expect, test } from './support/fixtures';

test('a page loads the texts of the language it shows, and those of another when it is chosen', async ({
  program,
  open,
}) => {
  await program.set('language', 'de');
  const { page, shell } = await open();
  const loaded: string[] = [];
  page.on('request', (request) => {
    // The hash has 8 characters, a dash among them at times: "fr-CE-x1y2z.js" is French.
    const [, locale] = /\/assets\/([a-z]{2}(?:-[A-Z]{2})?)-[\w-]{8}\.js$/.exec(request.url()) ?? [];
    if (locale !== undefined) loaded.push(locale);
  });
  await page.reload();
  await expect(shell.heading).toHaveText('Übersicht');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  expect(loaded).toEqual(['de']);

  await program.set('language', 'fr');
  await expect(shell.heading).toHaveText("Vue d'ensemble");
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(loaded).toEqual(['de', 'fr']);
});
