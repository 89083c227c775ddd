import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { recordVersion } from './installed-version';

const inFolder = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'version-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const append = vi.fn(() => Promise.resolve());
  const start = (version: string) => recordVersion(version, folder, { append }, 0);
  return { folder, append, start };
};

it('an update is recorded once, with the version before it; the first version is none', async () => {
  const { append, start } = await inFolder();
  await start('1.0.0');
  await start('1.0.0');
  expect(append).not.toHaveBeenCalled();
  await start('1.1.0');
  await start('1.1.0');
  expect(append).toHaveBeenCalledOnce();
  expect(append).toHaveBeenCalledWith('update-installed', 'service', { version: '1.1.0', previous: '1.0.0' });
});

it('a version that cannot be read any more is forgotten, and the present one is kept', async () => {
  const { folder, append, start } = await inFolder();
  await writeFile(path.join(folder, 'installed-version.json'), '{');
  await start('1.1.0');
  expect(append).not.toHaveBeenCalled();
  await start('1.2.0');
  expect(append).toHaveBeenCalledOnce();
});
