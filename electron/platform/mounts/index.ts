import { LinuxMounts } from './linux-mounts';
import type { Mounts } from './mounts';
import { WindowsMounts } from './windows-mounts';

export type { Mounts } from './mounts';

export const createMounts = (platform: NodeJS.Platform = process.platform): Mounts =>
  platform === 'win32' ? new WindowsMounts() : new LinuxMounts();
