// Makes the MSI of a program that lies unpacked in a folder: node build-msi.mjs VERSION FOLDER OUTPUT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { APPLICATION_ID, readProduct, SETUP_ID } from '../../../build/packaging/product.mjs';
import { makeMsi } from '../../../build/windows/msi/make-msi.mjs';

const [version, folder, output] = process.argv.slice(2);
const staging = mkdtempSync(path.join(tmpdir(), 'msi-'));
try {
  // Nobody looks at it.
  const icon = path.join(staging, 'product.ico');
  writeFileSync(icon, 'icon');
  const product = { ...readProduct({ official: true }), version };
  const names = { setupId: SETUP_ID, applicationId: APPLICATION_ID };
  await makeMsi({ product, folder, staging, output, icon, ...names });
} finally {
  rmSync(staging, { recursive: true, force: true });
}
