import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signCompact } from '@shared/domain/licence/format/vectors.fixture';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

const CONTENT = 'the new package';

let folder: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-update-'));
  world = createCommandTestEnvironment(path.join(folder, 'home'));
  writeFileSync(at('new.deb'), CONTENT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const indexWith = async (
  change: object = {},
  signer: 'release-1' | 'licence-1' = 'release-1',
  more: object = {},
) => {
  const release = {
    ...{ releaseId: 'r-2', version: '2.0.0', releasedOn: '2026-05-01', backdatedTo: null },
    ...{ severity: 'normal', platform: 'linux-x64', fileName: 'x.deb', notes: {} },
    ...{ size: CONTENT.length, sha256: createHash('sha256').update(CONTENT).digest('hex') },
    ...change,
  };
  const claims = {
    ...{ formatVersion: 1, nonce: 'n'.repeat(22), releases: [release] },
    ...{ issuedAt: '2026-11-01T00:00:00Z', freshUntil: '2026-11-01T01:00:00Z' },
    ...more,
  };
  writeFileSync(at('index.jws'), await signCompact(claims, 'release-index+jws', signer));
};
const verify = async (file = 'new.deb') => {
  const { exitCode, out } = await world.run(
    'updates',
    'verify',
    at(file),
    '--index',
    at('index.jws'),
    '--json',
  );
  const { error, version } = JSON.parse(out) as { error?: { code: string }; version?: string };
  return { exitCode, says: error?.code ?? version };
};

it('finds the release that the file is in a signed index, long after it was fetched', async () => {
  await indexWith();
  expect(await verify()).toEqual({ exitCode: 0, says: '2.0.0' });
});

it('refuses a list of another product, which the same vendor may sign', async () => {
  await indexWith({}, 'release-1', { product: 'another-product' });
  expect(await verify()).toMatchObject({ says: 'update-index-refused' });
});

it('refuses a file under whatever name that the index does not hold', async () => {
  await indexWith();
  const evil = `${createHash('sha256').update('evil').digest('hex')}.deb`;
  writeFileSync(at(evil), 'evil');
  expect(await verify(evil)).toMatchObject({ says: 'update-hash-mismatch' });
  symlinkSync(at('new.deb'), at('link.deb'));
  expect(await verify('link.deb')).toMatchObject({ says: 'file-unreadable' });
});

it('refuses an index that is not signed by a release key, or changed', async () => {
  await indexWith({}, 'licence-1');
  expect(await verify()).toMatchObject({ says: 'update-index-refused' });
  writeFileSync(at('index.jws'), 'junk');
  expect(await verify()).toMatchObject({ says: 'update-index-refused' });
});

it('refuses a release that is not newer, or for another system', async () => {
  await indexWith({ version: '1.0.0' });
  expect(await verify()).toMatchObject({ says: 'update-none' });
  await indexWith({ platform: 'win32-x64' });
  expect(await verify()).toMatchObject({ says: 'update-hash-mismatch' });
});

it('takes newer keys only from the vendor’s roots', async () => {
  await indexWith();
  writeFileSync(at('keys.json'), '{}');
  const words = ['updates', 'verify', at('new.deb'), '--index', at('index.jws'), '--keys', at('keys.json')];
  expect((await world.run(...words)).exitCode).not.toBe(0);
});
