import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// Does what Electron's own default app does for `electron FOLDER`: this runtime comes without one.
const folder = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('The folder of the application is missing.\n');
  app.exit(1);
} else {
  const root = path.resolve(folder);
  const description = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  process.defaultApp = true;
  if (description.version) app.setVersion(description.version);
  app.setName(description.productName ?? description.name);
  app.setAppPath(root);
  if (!process.argv.some((word) => word.startsWith('--user-data-dir'))) {
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  }
  // Awaited, because `ready` must not come before the application's own main module has run.
  await import(pathToFileURL(path.join(root, description.main)).href);
}
