import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMounts } from './index';
import { LinuxMounts, typesIn } from './linux-mounts';

let home: string;
let mountinfo: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'mounts-'));
  mountinfo = path.join(home, 'mountinfo');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const mounted = (...lines: [point: string, type: string][]) =>
  writeFileSync(
    mountinfo,
    [['/', 'ext4'], ...lines]
      .map(([point, type], at) => `${at} 1 8:1 / ${point} rw,relatime shared:1 - ${type} source rw\n`)
      .join(''),
  );
const isOnNetwork = (...names: string[]) => new LinuxMounts(mountinfo).isOnNetwork(path.join(home, ...names));

describe('a folder on Linux', () => {
  it.each(['nfs4', 'cifs', 'fuse.smbnetfs', 'fuse', 'autofs', 'ceph'])('is remote on %s', async (type) => {
    mounted([path.join(home, 'nas'), type]);
    expect(await isOnNetwork('nas')).toBe(true);
    expect(await isOnNetwork('nas', 'a', 'b')).toBe(true);
    expect(await isOnNetwork('nas-of-another-name')).toBe(false);
  });

  it.each(['ext4', 'tmpfs', 'overlay', 'btrfs'])('is local on %s', async (type) => {
    mounted([path.join(home, 'disk'), type]);
    expect(await isOnNetwork('disk', 'a')).toBe(false);
  });

  it('is remote where a link on its way leads there', async () => {
    mounted([path.join(home, 'nas'), 'nfs']);
    mkdirSync(path.join(home, 'disk'));
    symlinkSync('../nas/licences', path.join(home, 'disk', 'relative'));
    symlinkSync(path.join(home, 'disk', 'relative'), path.join(home, 'absolute'));
    expect(await isOnNetwork('disk', 'relative')).toBe(true);
    expect(await isOnNetwork('absolute', 'deeper')).toBe(true);
    expect(await isOnNetwork('disk')).toBe(false);
  });

  it('may lie behind links that lead nowhere', async () => {
    mounted();
    symlinkSync('circle', path.join(home, 'circle'));
    expect(await isOnNetwork('circle', 'x')).toBe(false);
    expect(await isOnNetwork('missing', 'x')).toBe(false);
  });

  it('is read from what the system says, with spaces in names', () => {
    expect(typesIn('1 0 0:1 / /mnt/my\\040nas rw - nfs host:/x rw\n').get('/mnt/my nas')).toBe('nfs');
    expect(typesIn('')).toEqual(new Map());
  });
});

it('a folder on Windows is remote by its name', async () => {
  const mounts = createMounts('win32');
  expect(await mounts.isOnNetwork('\\\\nas\\share')).toBe(true);
  expect(await mounts.isOnNetwork('C:\\Licences')).toBe(false);
});
