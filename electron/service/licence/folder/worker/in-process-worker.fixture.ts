import type { StartWorkerProcess } from '@electron/platform/worker-process/index';
import {
  openRemoteFolder,
  type LicenceFolder,
  type OpenLicenceFolder,
} from '@electron/service/licence/folder/licence-folder';
import { serveFolderCalls } from './serve-folder-calls';

/** Workers without processes: the same messages, copied as between processes; `hangs` never lets a folder answer. */
export class InProcessWorkers {
  started = 0;
  running = 0;
  /** Whether a killed worker is let go of by the system, as it is not while a share hangs. */
  endsWhenKilled = true;
  readonly #ends: (() => void)[] = [];

  constructor(private readonly hangs: (folder: string) => boolean = () => false) {}

  /** The system lets go of what was killed. */
  letGo() {
    for (const end of this.#ends.splice(0)) end();
  }

  readonly start: StartWorkerProcess = () => {
    this.started += 1;
    this.running += 1;
    let isKilled = false;
    let hear: (message: unknown) => void = () => undefined;
    let exited: () => void = () => undefined;
    const opened: LicenceFolder[] = [];
    const open: OpenLicenceFolder = async (where, own) => {
      if (this.hangs(where)) return new Promise(() => undefined);
      const folder = await openRemoteFolder(where, own);
      opened.push(folder);
      return folder;
    };
    const serve = serveFolderCalls(open, (answer) => {
      if (!isKilled) hear(structuredClone(answer));
    });
    return {
      send: (message) => queueMicrotask(() => serve(structuredClone(message))),
      onMessage: (listener) => (hear = listener),
      onExit: (listener) => (exited = listener),
      kill: () => {
        if (isKilled) return;
        isKilled = true;
        for (const folder of opened) folder.close();
        this.#ends.push(() => {
          this.running -= 1;
          exited();
        });
        if (this.endsWhenKilled) queueMicrotask(() => this.letGo());
      },
    };
  };
}
