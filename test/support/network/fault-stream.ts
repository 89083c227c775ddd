import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from './fault-proxy';

/** How long a spoilt connection waits before it looks whether the fault has been taken away. */
const LOOK_MS = 20;
const SLICES_PER_SECOND = 20;

/** One direction of a connection: passes bytes on, spoilt as the faults in force say at that moment. */
export class FaultStream extends Transform {
  #passed = 0;
  #isCut = false;

  constructor(
    private readonly faults: () => Faults,
    private readonly cut: (then: Faults['then']) => void,
    private readonly count: (bytes: number) => void = () => undefined,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#pass(chunk).then(
      () => done(),
      (error: unknown) => done(error as Error),
    );
  }

  /** Silence holds back the end of the answer as well. */
  override _flush(done: TransformCallback): void {
    void this.#whileSilent().then(() => done());
  }

  async #whileSilent(): Promise<void> {
    while (this.#isCut && this.faults().then === 'silence' && !this.destroyed) await wait(LOOK_MS);
  }

  async #pass(chunk: Buffer): Promise<void> {
    while (this.faults().isBlackhole === true && !this.destroyed) await wait(LOOK_MS);
    const { latencyMs = 0, rate = Infinity } = this.faults();
    if (latencyMs > 0) await wait(latencyMs);
    for (let at = 0; at < chunk.length && !this.#isCut && !this.destroyed;) {
      const { cutAfter = Infinity, then = 'reset' } = this.faults();
      const most = rate === Infinity ? chunk.length : Math.max(1, Math.floor(rate / SLICES_PER_SECOND));
      const slice = chunk.subarray(at, at + Math.min(most, Math.max(0, cutAfter - this.#passed)));
      at += slice.length;
      this.#passed += slice.length;
      this.count(slice.length);
      if (slice.length > 0) this.push(slice);
      if (this.#passed >= cutAfter) {
        this.#isCut = true;
        this.cut(then);
      } else if (rate !== Infinity) await wait((1000 * slice.length) / rate);
    }
  }
}
