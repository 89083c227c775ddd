import { readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Mounts } from './mounts';

const MOST_LINKS = 40;
/** Also those that another program on this machine serves, and those that mount something when they are looked at. */
const NETWORK =
  /^(nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|9p|lustre|glusterfs|beegfs|davfs\d?|coda|orangefs|virtiofs|autofs|fuse(blk|\..*)?)$/;

const unescaped = (text: string) =>
  text.replaceAll(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

/** File system types by mount point; of several on one point the last one is seen. */
export const typesIn = (mountinfo: string): Map<string, string> => {
  const types = new Map<string, string>();
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = before.split(' ')[4];
    const [type] = after.split(' ');
    if (point !== undefined && type !== undefined) types.set(unescaped(point), type);
  }
  return types;
};

const linkAt = (place: string): Promise<string | null> => readlink(place).catch(() => null);

/** Goes down the path step by step, so that no step is taken onto a mount before its type is known. */
const leadsTo = async (folder: string, isNetwork: (place: string) => boolean): Promise<boolean> => {
  let place = '/';
  let links = 0;
  const steps = path.resolve(folder).split('/').filter(Boolean);
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    const next = path.join(place, step);
    if (isNetwork(next)) return true;
    const target = await linkAt(next);
    if (target === null) {
      place = next;
      continue;
    }
    links += 1;
    if (links > MOST_LINKS) return false;
    steps.unshift(...path.resolve(place, target).split('/').filter(Boolean));
    place = '/';
  }
  return false;
};

export class LinuxMounts implements Mounts {
  constructor(private readonly mountinfo = '/proc/self/mountinfo') {}

  async diskOf(folder: string): Promise<string> {
    const points = typesIn(await readFile(this.mountinfo, 'utf8').catch(() => ''));
    const real = await realpath(folder).catch(() => path.resolve(folder));
    for (let place = real; ; place = path.dirname(place)) {
      if (points.has(place) || place === path.dirname(place)) return place;
    }
  }

  async isOnNetwork(folder: string): Promise<boolean> {
    const types = typesIn(await readFile(this.mountinfo, 'utf8').catch(() => ''));
    return leadsTo(folder, (place) => NETWORK.test(types.get(place) ?? ''));
  }
}
