import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLicenceFolder } from '@electron/service/licence/folder/licence-folder';
import type { PlainFile } from '@electron/service/licence/folder/plain-file';
import { flexnetText } from '@electron/service/licence/licence-packages.fixture';
import { ObservedFile } from './observed-file';

const NAME = 'prismadirect.lic';
let folder: string;
/** How often the content of a file was taken to be understood, which takes long and must not happen at every look. */
let readings = 0;
beforeEach(() => {
  readings = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'observed-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const counted = ({ bytes, ...facts }: PlainFile): PlainFile => ({
  ...facts,
  get bytes() {
    readings += 1;
    return bytes;
  },
});

const open = async () => {
  const opened = await openLicenceFolder(folder);
  const read = opened.read.bind(opened);
  opened.read = async (name) => {
    const file = await read(name);
    return file === null ? null : counted(file);
  };
  return opened;
};

const put = (users: number) => writeFileSync(path.join(folder, NAME), flexnetText(users));
const look = (file: ObservedFile, isRemote = false) => file.read(open, NAME, () => isRemote);

it('reads a licence file once, however often it is looked at, and again when it has changed', async () => {
  put(5);
  const file = new ObservedFile();
  for (let looks = 0; looks < 3; looks += 1) await look(file);
  expect(readings).toBe(1);
  put(6);
  expect(await look(file)).toBe(true);
  await look(file);
  expect(readings).toBe(2);
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
  expect(readings).toBe(1);
});
