import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import { openLicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { flexnetText } from '@electron/service/licence/licence-packages.fixture';
import { ObservedFile } from './observed-file';

// The real reader, with its calls counted: what takes long must not happen at every look.
vi.mock('@shared/domain/licence/flexnet/read-licence', { spy: true });

const NAME = 'prismadirect.lic';
let folder: string;
beforeEach(() => {
  vi.mocked(readLicence).mockClear();
  folder = mkdtempSync(path.join(tmpdir(), 'observed-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (users: number) => writeFileSync(path.join(folder, NAME), flexnetText(users));
const look = (file: ObservedFile, isRemote = false) =>
  file.read(
    () => openLicenceFolder(folder),
    NAME,
    () => isRemote,
  );

it('reads a licence file once, however often it is looked at, and again when it has changed', async () => {
  put(5);
  const file = new ObservedFile();
  for (let looks = 0; looks < 3; looks += 1) await look(file);
  expect(readLicence).toHaveBeenCalledTimes(1);
  put(6);
  expect(await look(file)).toBe(true);
  await look(file);
  expect(readLicence).toHaveBeenCalledTimes(2);
  expect(file.installed?.at(0).features[0]?.quantity).toBe(6);
});

it('does not read the same content again that was only touched, is on a share, or was asked for again', async () => {
  put(5);
  const file = new ObservedFile();
  await look(file);
  const later = new Date('2027-01-01T00:00:00Z');
  utimesSync(path.join(folder, NAME), later, later);
  expect(await look(file)).toBe(true);
  expect(file.installed?.at(0).modifiedAt).toBe('2027-01-01T00:00:00.000Z');
  await look(file, true);
  file.forget();
  await look(file);
  expect(readLicence).toHaveBeenCalledTimes(1);
});
