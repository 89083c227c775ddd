import type { Clock } from '@shared/domain/time/clock';

/** A change is acted upon within this time, not at once: all machines of a building wake up together. */
const SPREAD_MS = 1500;
/** A network that comes and goes, or a lid that is opened and shut, counts as one change. */
const APART_MS = 10_000;
/** With the spread a change is acted upon within ten seconds. */
const LOOK_MS = 8000;
/**
 * Timers stand still while the machine sleeps and its clock does not. A clock that is put right in either direction counts
 * like a sleep: a certificate that was out of date by it may be in date now.
 */
const SLEPT_MS = 30_000;

/** The events and facts of the computer. */
export interface MachineSources {
  /** Called when the machine wakes up, where the system tells; returns how to stop. */
  onResume: (listener: () => void) => () => void;
  /** Another text for another network; null while there is none. */
  network: () => string | null;
  /** Looks without waking this thread until there may be something to see; null or not there = look at intervals. */
  watch?: (
    options: { everyMs: number; sleptMs: number },
    hearers: { onChange: (hasLeapt: boolean) => void; onEnd: () => void },
  ) => (() => void) | null;
}

type Options = MachineSources & {
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** The machine has slept or stands in another network: what was true of the way to the back office is no more. */
  onChanged: () => void;
};

/**
 * Notices that the machine has slept or changed its network. Waking up is told by the system; the network is looked at
 * while there is a connection or a failure to get over: a long poll would notice only when it ends.
 */
export class NetworkMonitor {
  #stopListening: (() => void) | undefined;
  #stopLooking: (() => void) | undefined;
  #pending: NodeJS.Timeout | undefined;
  #network: string | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: Options) {}

  start(): void {
    this.#stopListening = this.options.onResume(() => this.#noteChange());
  }

  stop(): Promise<void> {
    this.#stopListening?.();
    this.setNetworkPolling(false);
    clearTimeout(this.#pending);
    this.#pending = undefined;
    return Promise.resolve();
  }

  /** Begins or ends the looking; saying the same again changes nothing. */
  setNetworkPolling(isWanted: boolean): void {
    if (isWanted === (this.#stopLooking !== undefined)) return;
    this.#stopLooking?.();
    this.#stopLooking = undefined;
    if (!isWanted) return;
    this.#network = this.options.network();
    const watched = this.options.watch?.(
      { everyMs: LOOK_MS, sleptMs: SLEPT_MS },
      {
        onChange: (hasLeapt) => this.#look(hasLeapt),
        onEnd: () => (this.#stopLooking = this.#lookAtIntervals()),
      },
    );
    this.#stopLooking = watched ?? this.#lookAtIntervals();
  }

  #lookAtIntervals(): () => void {
    const { clock } = this.options;
    let lookedAt = clock.now();
    const timer = setInterval(() => {
      const before = lookedAt;
      lookedAt = clock.now();
      this.#look(Math.abs(lookedAt - before - LOOK_MS) > SLEPT_MS);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }

  #look(hasLeapt: boolean): void {
    const before = this.#network;
    this.#network = this.options.network();
    if (hasLeapt || (this.#network !== null && this.#network !== before)) this.#noteChange();
  }

  #noteChange(): void {
    if (this.#pending !== undefined) return;
    const { clock, random, onChanged } = this.options;
    const sinceLast = Math.max(0, clock.now() - this.#toldAt);
    const pause = Math.max(random() * SPREAD_MS, APART_MS - sinceLast);
    this.#pending = setTimeout(() => {
      this.#pending = undefined;
      this.#toldAt = clock.now();
      onChanged();
    }, pause);
  }
}
