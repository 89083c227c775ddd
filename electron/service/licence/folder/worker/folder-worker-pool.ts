import { AppError } from '@shared/errors/app-error';
import type { StartWorkerProcess } from '@electron/platform/worker-process/index';
import type { LicenceFolder } from '@electron/service/licence/folder/licence-folder';
import { WorkerFolder } from './worker-folder';
import { WorkerLink } from './worker-link';

/** Folders that one worker holds open at a time, and the threads it needs for that: a look makes two calls at once. */
const FOLDERS_EACH = 16;
export const WORKER_THREADS = 2 * FOLDERS_EACH;

export const WORKER_LIMITS = {
  /** Workers for servers that answer, and for those that lately did not; the ones that hang are among the second. */
  healthy: 2,
  slow: 12,
  slowMs: 2000,
  deadlineMs: 30_000,
  idleMs: 90_000,
};

interface Worker {
  link: WorkerLink;
  /** For servers that lately did not answer; also a worker that was caught by one. */
  isForSlow: boolean;
  folders: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * Opens licence folders in worker processes. Servers that answer share a worker; as soon as a call takes long, its
 * worker takes no other server any more, and that server goes to the workers for slow ones until it answers promptly
 * again. A worker with a call that hangs is killed; where even that does not end it, because the system waits for the
 * share, the servers that hang in it are not tried before it is gone.
 */
export class FolderWorkers {
  readonly #workers = new Set<Worker>();
  /** When a call of theirs was slow last; forgotten when they have answered promptly. */
  readonly #slowServers = new Map<string, number>();
  #waiting: (() => void)[] = [];
  #isStopped = false;
  #freed: (serverId: string) => void = () => undefined;
  readonly #limits: typeof WORKER_LIMITS;

  constructor(
    private readonly start: StartWorkerProcess,
    limits: Partial<typeof WORKER_LIMITS> = {},
  ) {
    this.#limits = { ...WORKER_LIMITS, ...limits };
  }

  /** The system has let go of a call that hung: the server's share may answer again. */
  onFreed(listener: (serverId: string) => void): void {
    this.#freed = listener;
  }

  /** Processes that the system has not let go of yet. */
  get size(): number {
    return this.#workers.size;
  }

  /** Throws `timed-out` and the system's errors. */
  async open(serverId: string, folder: string, own: readonly string[] = []): Promise<LicenceFolder> {
    const worker = await this.#enter(serverId);
    const since = performance.now();
    const leave = () => {
      if ((this.#slowServers.get(serverId) ?? 0) < since) this.#slowServers.delete(serverId);
      this.#leave(worker);
    };
    try {
      const { handle } = await worker.link.call(serverId, 'open', { folder, own: [...own] });
      return new WorkerFolder(worker.link, serverId, handle, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Ends all workers, and waits for none: one may hang in the system for as long as its share does. */
  stop(): void {
    this.#isStopped = true;
    for (const { link, idle } of this.#workers) {
      clearTimeout(idle);
      link.kill();
    }
    this.#wake();
  }

  async #enter(serverId: string): Promise<Worker> {
    const end = performance.now() + this.#limits.deadlineMs;
    for (;;) {
      const isStuck = [...this.#workers].some(({ link }) => link.stuck.has(serverId));
      if (isStuck || this.#isStopped || performance.now() > end) throw new AppError('timed-out');
      const worker = this.#withRoom(this.#slowServers.has(serverId));
      if (worker !== null) {
        clearTimeout(worker.idle);
        worker.folders += 1;
        return worker;
      }
      await this.#change(end - performance.now());
    }
  }

  #withRoom(isForSlow: boolean): Worker | null {
    const ofKind = [...this.#workers].filter((worker) => worker.isForSlow === isForSlow);
    const free = ofKind.find(({ link, folders }) => link.isOpen && folders < FOLDERS_EACH);
    if (free !== undefined) return free;
    const most = isForSlow ? this.#limits.slow : this.#limits.healthy;
    return ofKind.length < most ? this.#add(isForSlow) : null;
  }

  #add(isForSlow: boolean): Worker {
    const { slowMs, deadlineMs } = this.#limits;
    const worker: Worker = {
      isForSlow,
      folders: 0,
      idle: undefined,
      link: new WorkerLink(this.start(), {
        slowMs,
        deadlineMs,
        onSlow: (serverId) => {
          this.#slowServers.set(serverId, performance.now());
          worker.isForSlow = true;
          this.#wake();
        },
        onExit: () => {
          clearTimeout(worker.idle);
          this.#workers.delete(worker);
          this.#wake();
          if (!this.#isStopped) worker.link.stuck.forEach((serverId) => this.#freed(serverId));
        },
      }),
    };
    this.#workers.add(worker);
    return worker;
  }

  #leave(worker: Worker) {
    worker.folders -= 1;
    this.#wake();
    if (worker.folders > 0) return;
    if (worker.link.isOpen) worker.idle = setTimeout(() => worker.link.kill(), this.#limits.idleMs);
    else worker.link.kill();
  }

  /** Resolves when there may be room, or after so long. */
  #change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, milliseconds));
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wake() {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
