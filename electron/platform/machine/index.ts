import { hostname } from 'node:os';

/** The facts about the computer that this installation reports. */
export interface Machine {
  /** As the back office names it: `linux-x64`, `win32-x64`. */
  platform: string;
  hostName: string;
}

export const thisMachine = (): Machine => ({
  platform: `${process.platform}-${process.arch}`,
  hostName: hostname().slice(0, 253),
});
