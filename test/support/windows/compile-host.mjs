// Compiles a native program for Windows, the helper in two kinds or that for consoles:
//   node compile-host.mjs FOLDER OUTPUT real|scripted|console
import path from 'node:path';
import { readProduct } from '../../../build/packaging/product.mjs';
import { compileConsole, compileHost } from '../../../build/windows/compile-host.mjs';

const [folder, output, kind] = process.argv.slice(2);
const product = readProduct({ official: true });
if (kind === 'console') await compileConsole({ folder, output, product });
else {
  const table = kind === 'scripted' ? path.join(import.meta.dirname, 'scripted-system.c') : undefined;
  await compileHost({ folder, output, product, table });
}
