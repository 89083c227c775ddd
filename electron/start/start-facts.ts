import type { DataPlace } from '@electron/platform/folders';

/** The facts that `main.ts` reads about this start; handed to the app, the service and the command line. */
export interface StartFacts extends DataPlace {
  /** A release package: development overrides are not honoured. */
  isReleasePackaged: boolean;
  version: string;
  /** The vendor profile to use: the program's own, or that of REMOTE_SERVICE_VENDOR where it is honoured. */
  vendorFile: string;
  /** Where the program's own files lie. */
  appRoot: string;
  /** How to start this program again; a mode or command is appended to `args`. */
  launch: { executable: string; args: string[] };
}
