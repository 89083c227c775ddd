import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const TIMESTAMPS = 'http://timestamp.digicert.com';

/** The certificate as electron-builder takes it, too: a file, its address, or its content in Base64. */
function certificateFile(link, folder) {
  const named = link.startsWith('file://') ? fileURLToPath(link) : link;
  if (existsSync(named)) return named;
  const file = path.join(folder, 'certificate.p12');
  writeFileSync(file, Buffer.from(link, 'base64'), { mode: 0o600 });
  return file;
}

/**
 * Signs the MSI with the certificate that electron-builder signs the program with (`WIN_CSC_LINK`), where there is one.
 * `WIN_TIMESTAMP_SERVER` names another server for the time of the signature; empty = none, for a trial without a network.
 */
export async function signMsi(file, { product, staging, environment }) {
  const link = environment.WIN_CSC_LINK || environment.CSC_LINK;
  if (!link) return;
  const folder = mkdtempSync(path.join(staging, 'signing-'));
  try {
    // In a file, because others on this machine can read a command line.
    const password = path.join(folder, 'password');
    const text = environment.WIN_CSC_KEY_PASSWORD ?? environment.CSC_KEY_PASSWORD ?? '';
    writeFileSync(password, text, { mode: 0o600 });
    const server = environment.WIN_TIMESTAMP_SERVER ?? TIMESTAMPS;
    const signed = path.join(folder, 'signed.msi');
    const { code } = await run('osslsigncode', [
      ...['sign', '-pkcs12', certificateFile(link, folder), '-readpass', password, '-h', 'sha256'],
      ...['-n', product.productName, '-i', product.homepage],
      ...(server === '' ? [] : ['-ts', server]),
      ...['-in', file, '-out', signed],
    ]);
    if (code !== 0)
      throw new PlainError('The MSI could not be signed: see the messages of osslsigncode above.');
    renameSync(signed, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
