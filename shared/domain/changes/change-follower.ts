import { canFollow, isKnown, type Change, type ChangeRules } from './change';

/** So often in a row a document is read again, where what was read does not reach the changes that came meanwhile. */
const MOST_READS = 3;

export interface FollowerOptions<D> {
  /** Asks for the whole document; null where it is not to be had now. */
  read: () => Promise<D | null>;
  /** Told of every newer state, in order. */
  onDocument: (document: D) => void;
}

/**
 * Holds the newest state of a document whose changes arrive as events. A change that does not fit, because one before it
 * was missed or the document is a new one, makes it read the whole again. Listen first, then call `read`: what changes
 * in between is not missed, and what is older is dropped.
 */
export class ChangeFollower<D, C extends Change> {
  #document: D | null = null;
  /** What arrived before a document that it fits to. */
  #waiting: C | null = null;
  #isCatchingUp = false;

  constructor(
    private readonly rules: ChangeRules<D, C>,
    private readonly options: FollowerOptions<D>,
  ) {}

  readonly changed = (change: C): void => {
    if (isKnown(change, this.#place())) return;
    if (canFollow(change, this.#place())) {
      this.#take(this.rules.advance(this.#document, change));
      return;
    }
    this.#waiting = this.#waiting === null ? change : this.rules.join(this.#waiting, change);
    void this.#catchUp();
  };

  /** Reads the whole document and takes it where it is the newer one. */
  async read(): Promise<void> {
    const before = this.#document;
    const whole = await this.options.read();
    if (whole === null) return;
    const place = this.rules.placeOf(whole);
    const known = this.#place();
    // A document of another epoch that came meanwhile as an event is the later one.
    const isOvertaken = this.#document !== before && known?.epoch !== place.epoch;
    if (isOvertaken || (known?.epoch === place.epoch && place.rev <= known.rev)) return;
    this.#take(whole);
  }

  /** Begins anew, as if nothing had been heard. */
  forget(): void {
    this.#document = null;
    this.#waiting = null;
  }

  #place() {
    return this.#document === null ? null : this.rules.placeOf(this.#document);
  }

  #take(document: D): void {
    this.#document = document;
    const waiting = this.#waiting;
    if (waiting !== null && canFollow(waiting, this.#place())) {
      this.#document = this.rules.advance(document, waiting);
    }
    if (waiting !== null && isKnown(waiting, this.#place())) this.#waiting = null;
    this.options.onDocument(this.#document);
  }

  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    for (let reads = 0; this.#waiting !== null && reads < MOST_READS; reads += 1) await this.read();
    this.#waiting = null;
    this.#isCatchingUp = false;
  }
}
