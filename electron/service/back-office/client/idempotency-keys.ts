import { createHash, randomUUID } from 'node:crypto';

const KEPT = 100;

/** Keeps the key of a request that may have arrived although its answer did not, so that its retry is known as one. */
export class IdempotencyKeys {
  readonly #keys = new Map<string, string>();

  keyFor(request: string): string {
    const name = this.#nameOf(request);
    const key = this.#keys.get(name) ?? randomUUID();
    this.#keys.set(name, key);
    const [oldest] = this.#keys.keys();
    if (this.#keys.size > KEPT && oldest !== undefined) this.#keys.delete(oldest);
    return key;
  }

  /** The request has its answer: the same one again would be a new request. */
  answered(request: string): void {
    this.#keys.delete(this.#nameOf(request));
  }

  /** Only a hash is kept: a registration holds the verification code. */
  #nameOf(request: string): string {
    return createHash('sha256').update(request).digest('hex');
  }
}
