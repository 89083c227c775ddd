import { mkdirSync } from 'node:fs';
import path from 'node:path';

const PAGES = ['Overview', 'Remote Service', 'Licence', 'Activity', 'About'];
const SCHEMES = ['light', 'dark'];

/** Takes a picture of each page in light and dark; gives the files' paths. */
export async function takeScreenshots(page, folder) {
  mkdirSync(folder, { recursive: true });
  const files = [];
  for (const name of PAGES) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('main').getByRole('heading', { level: 1, name }).waitFor();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = path.join(folder, `${name.toLowerCase().replaceAll(' ', '-')}-${colorScheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      files.push(file);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  return files;
}
