import { hostname } from 'node:os';

/** What this installation says of the machine it runs on. */
export interface Machine {
  /** As the back office names it: `linux-x64`, `win32-x64`. */
  platform: string;
  hostName: string;
}

export const thisMachine = (): Machine => ({
  platform: `${process.platform}-${process.arch}`,
  hostName: hostname().slice(0, 253),
});
