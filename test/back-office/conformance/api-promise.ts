import type { Play } from './play';

/** One promise of `back-office-api.yaml`, in words, and how a client finds out whether it is kept. */
export type ApiPromise = {
  /** The operation of the file, or `everyCall`. */
  operation: string;
  name: string;
  says: string;
  /** Throws `BrokenPromise`, `NotTried`, or what the client of the program itself throws. */
  keeps: (play: Play) => Promise<void>;
};
