import { AppError } from '@shared/errors/app-error';
import type { z } from 'zod';
import type { WorkerProcess } from '@electron/platform/worker-process/index';
import { systemError } from '@electron/platform/private-files';
import { FolderAnswer, VALUES, type FolderCall } from './folder-calls';

/** All calls without their numbers. */
type Call = FolderCall['call'];
export type RequestOf<C extends Call> = Omit<Extract<FolderCall, { call: C }>, 'id'>;
type ValueOf<C extends Call> = z.output<(typeof VALUES)[C]>;

export interface LinkOptions {
  /** After which a call without an answer is slow, and after which the worker is killed; in ms. */
  slowMs: number;
  deadlineMs: number;
  /** A call of this server is slow; the worker takes no new servers from now on. */
  onSlow: (serverId: string) => void;
  onExit: () => void;
}

interface Pending {
  serverId: string;
  call: Call;
  timers: NodeJS.Timeout[];
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** One worker process and the calls it has not answered yet. */
export class WorkerLink {
  #state: 'open' | 'retired' | 'killed' | 'gone' = 'open';
  #ids = 0;
  readonly #calls = new Map<number, Pending>();
  /** The servers whose calls hung when the worker was killed. */
  readonly stuck = new Set<string>();

  constructor(
    private readonly process: WorkerProcess,
    private readonly options: LinkOptions,
  ) {
    process.onMessage((message) => this.#hear(message));
    process.onExit(() => this.#ended());
  }

  /** Whether another server may come to it. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  call<C extends Call>(serverId: string, call: C, request: Omit<RequestOf<C>, 'call'>): Promise<ValueOf<C>> {
    if (this.#state === 'killed') return Promise.reject(new AppError('timed-out'));
    if (this.#state === 'gone') return Promise.reject(new AppError('share-unreachable'));
    const id = (this.#ids += 1);
    return new Promise<ValueOf<C>>((resolve, reject) => {
      const { slowMs, deadlineMs } = this.options;
      const timers = [
        setTimeout(() => this.#slow(serverId), slowMs),
        setTimeout(() => this.kill(), deadlineMs),
      ];
      this.#calls.set(id, { serverId, call, timers, resolve, reject });
      this.process.send({ ...request, call, id });
    });
  }

  /** Says something that needs no answer. */
  tell<C extends Call>(call: C, request: Omit<RequestOf<C>, 'call'>): void {
    if (this.#state === 'open' || this.#state === 'retired') {
      this.process.send({ ...request, call, id: (this.#ids += 1) });
    }
  }

  /** Ends the process with all that hangs in it; the calls that wait throw `timed-out`. */
  kill(): void {
    if (this.#state === 'killed' || this.#state === 'gone') return;
    this.#state = 'killed';
    for (const { serverId } of this.#calls.values()) this.stuck.add(serverId);
    this.#failAll('timed-out');
    this.process.kill();
  }

  #slow(serverId: string) {
    if (this.#state === 'open') this.#state = 'retired';
    this.options.onSlow(serverId);
  }

  #hear(message: unknown) {
    const { data: answer } = FolderAnswer.safeParse(message);
    const pending = answer === undefined ? undefined : this.#calls.get(answer.id);
    if (answer === undefined || pending === undefined) return;
    this.#calls.delete(answer.id);
    pending.timers.forEach(clearTimeout);
    if (!answer.ok) {
      pending.reject(systemError(answer.code));
      return;
    }
    const value = VALUES[pending.call].safeParse(answer.value);
    if (value.success) pending.resolve(value.data as never);
    else pending.reject(systemError('EIO'));
  }

  #failAll(code: 'timed-out' | 'share-unreachable') {
    for (const { timers, reject } of this.#calls.values()) {
      timers.forEach(clearTimeout);
      reject(new AppError(code));
    }
    this.#calls.clear();
  }

  #ended() {
    this.#state = 'gone';
    this.#failAll('share-unreachable');
    this.options.onExit();
  }
}
