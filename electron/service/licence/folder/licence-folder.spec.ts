import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reasonOf } from './folder-failure-reason';
import { openLicenceFolder } from './licence-folder';

let base: string;
let own: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'licence-folder-'));
  own = path.join(base, 'own');
  mkdirSync(path.join(own, 'state'), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const refusalOf = (folder: string) =>
  openLicenceFolder(folder, [own]).then(
    (opened) => {
      opened.close();
      return null;
    },
    (error: unknown) => reasonOf(error),
  );

it('is none of the system’s or the program’s folders, also over a link in the middle of its path', async () => {
  symlinkSync('/etc', path.join(base, 'to-etc'));
  symlinkSync(own, path.join(base, 'to-own'));
  for (const folder of [
    '/etc',
    '/usr/lib',
    own,
    path.join(own, 'state'),
    `${base}/licences/../own/state`,
    path.join(base, 'to-etc', 'ssl'),
    path.join(base, 'to-own', 'state'),
  ])
    expect([folder, await refusalOf(folder)]).toEqual([folder, 'folder-protected']);
  expect(await refusalOf(path.join(base, 'to-own'))).toBe('link-in-the-way');
  expect(await refusalOf(base)).toBeNull();
});

it('stays the folder that was opened, though its path leads into a protected one afterwards', async () => {
  const licences = path.join(base, 'licences');
  mkdirSync(licences);
  const folder = await openLicenceFolder(licences, [own]);
  renameSync(licences, path.join(base, 'moved'));
  symlinkSync(path.join(own, 'state'), licences);
  await folder.create('a.lic', new Uint8Array(), null);
  folder.close();
  expect(readdirSync(path.join(own, 'state'))).toEqual([]);
  expect(readdirSync(path.join(base, 'moved'))).toEqual(['a.lic']);
});
