import { Worker } from 'node:worker_threads';

export type NetworkWatchOptions = {
  everyMs: number;
  /** A look that comes so much later or earlier by the clock than it should tells that the machine slept. */
  sleptMs: number;
};

export const KERNEL_FILE = {
  /** The kernel fills a page with whole lines, none of which is longer: one with more room than this was the last. */
  pageBytes: 4096,
  lineBytes: 512,
  /** More than any routing table of a machine that is no router. */
  mostPages: 64,
};

/**
 * The thread. It uses nothing from outside, because its text is all that it is made of, and sleeps in one call to the
 * system: a timer of Electron's main thread costs about twenty.
 */
const watchInThread = () => {
  const { openSync, readSync } = process.getBuiltinModule('node:fs');
  const threads = process.getBuiltinModule('node:worker_threads');
  type Data = NetworkWatchOptions & typeof KERNEL_FILE & { files: string[] };
  const { everyMs, sleptMs, files, pageBytes, lineBytes, mostPages } = threads.workerData as Data;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  const looks = files.map((file) => {
    let [text, before] = [Buffer.alloc(pageBytes * mostPages), Buffer.alloc(pageBytes * mostPages)];
    let [descriptor, sizeBefore] = [-1, -1];
    return () => {
      if (descriptor === -1) descriptor = openSync(file, 'r');
      let [size, bytes] = [0, pageBytes];
      while (bytes >= pageBytes - lineBytes && size + pageBytes <= text.length) {
        bytes = readSync(descriptor, text, size, pageBytes, size);
        size += bytes;
      }
      const isSame = size === sizeBefore && text.compare(before, 0, size, 0, size) === 0;
      [text, before, sizeBefore] = [before, text, size];
      return !isSame;
    };
  });
  const isChanged = () => looks.map((look) => look()).includes(true);
  isChanged();
  for (let lookedAt = Date.now(); ;) {
    Atomics.wait(sleeper, 0, 0, everyMs);
    const now = Date.now();
    const hasLeapt = Math.abs(now - lookedAt - everyMs) > sleptMs;
    lookedAt = now;
    if (isChanged() || hasLeapt) threads.parentPort?.postMessage(hasLeapt);
  }
};

/**
 * Tells when one of these files of the kernel or the clock may have changed; returns how to stop. `onEnd` is called
 * where there can be no such thread.
 */
export const startNetworkThread = (
  files: readonly string[],
  options: NetworkWatchOptions,
  { onChange, onEnd }: { onChange: (hasLeapt: boolean) => void; onEnd: () => void },
): (() => void) => {
  const worker = new Worker(`(${watchInThread.toString()})()`, {
    ...{ eval: true, workerData: { ...options, ...KERNEL_FILE, files } },
    ...{ stdin: false, stdout: false, stderr: false },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  worker.unref();
  let isWanted = true;
  worker.on('message', (hasLeapt) => isWanted && onChange(hasLeapt === true));
  worker.on('error', () => isWanted && onEnd());
  return () => {
    isWanted = false;
    void worker.terminate();
  };
};
