import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Unpacks those members of a zip archive whose name `isWanted` accepts, with the permissions they carry. */
export async function unzip(archive, folder, isWanted) {
  // yauzl refuses absolute names and names that lead out of the folder.
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true });
  const openStream = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.once('error', reject);
    zip.once('end', resolve);
    zip.on('entry', (entry) => {
      extract(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });

  async function extract(entry) {
    if (entry.fileName.endsWith('/') || !isWanted(entry.fileName)) return;
    const file = path.join(folder, entry.fileName);
    mkdirSync(path.dirname(file), { recursive: true });
    // The upper half of the external attributes holds the Unix mode (APPNOTE 4.4.15).
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await openStream(entry), createWriteStream(file, { mode }));
  }
}
