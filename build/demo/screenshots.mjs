import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PAGES = ['Overview', 'Remote Service', 'Licence', 'Activity', 'About'];
const SCHEMES = ['light', 'dark'];
/** Of 1; text stays sharp, and the ten pictures together stay well below 400 kB. */
const WEBP_QUALITY = 0.7;

/** Takes a picture of each page in light and dark, as PNG or, much smaller, as WebP; gives the files' paths. */
export async function takeScreenshots(page, folder, { format = 'png' } = {}) {
  mkdirSync(folder, { recursive: true });
  const files = [];
  for (const name of PAGES) {
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await page.getByRole('main').getByRole('heading', { level: 1, name }).waitFor();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = path.join(folder, `${name.toLowerCase().replaceAll(' ', '-')}-${colorScheme}.${format}`);
      const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      writeFileSync(file, format === 'webp' ? await asWebp(page, picture) : picture);
      files.push(file);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  return files;
}

/** Chromium packs it: Playwright writes no WebP, and a packer of our own would be one more dependency. */
async function asWebp(page, png) {
  const packed = await page.evaluate(packInPage, { png: png.toString('base64'), quality: WEBP_QUALITY });
  return Buffer.from(packed, 'base64');
}

/** Runs in the page, so it can use nothing from outside itself. */
async function packInPage({ png, quality }) {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  const packed = await canvas.convertToBlob({ type: 'image/webp', quality });
  return btoa(
    Array.from(new Uint8Array(await packed.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
  );
}
