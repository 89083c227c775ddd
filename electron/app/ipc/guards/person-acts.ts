/** The part of Electron's `WebContents` that tells of input; it comes from the system, never from a script of the page. */
export interface InputSource {
  on(event: 'input-event', listener: (event: unknown, input: { type: string }) => void): unknown;
}

/** The beginnings and ends by which a button is pressed; moving, turning a wheel and releasing a key are no act. */
const ACTS: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'touchEnd',
  'gestureTap',
]);

/** As long as Chromium itself lets what a person did stand behind a script. */
const ACT_COUNTS_MS = 5000;

/** When a person last did something in a window, by the clock of the process. */
export class PersonActs<Source extends InputSource> {
  readonly #last = new WeakMap<Source, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  watch(source: Source): void {
    source.on('input-event', (_event, { type }) => {
      if (ACTS.has(type)) this.record(source);
    });
  }

  /** A person has acted for this window elsewhere: in a dialog of the system, in the tray. */
  record(source: Source): void {
    this.#last.set(source, this.now());
  }

  /** In ms of the process's clock; null = never. */
  lastOf(source: Source): number | null {
    return this.#last.get(source) ?? null;
  }

  isRecent(source: Source): boolean {
    const last = this.lastOf(source);
    return last !== null && this.now() - last <= ACT_COUNTS_MS;
  }
}
