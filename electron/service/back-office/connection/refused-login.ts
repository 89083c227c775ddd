import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import type { Target } from './connection-plan';

const Stored = z.object({ fingerprint: z.string().max(64).nullable() });

/** Of the proxy server, the user and the sealed password: another one as soon as any of them is entered anew. */
const fingerprintOf = (proxy: Target['proxy']) =>
  createHash('sha256').update(JSON.stringify(proxy)).digest('hex');

/**
 * Remembers across restarts that a proxy server refused this login: a service that is started again and again would
 * otherwise lock the account.
 */
export class RefusedLogin {
  #refused: z.output<typeof Stored> | null = null;
  readonly #file: string;
  readonly #write: (value: z.input<typeof Stored>) => Promise<void>;

  constructor(
    stateFolder: string,
    private readonly clock: Clock,
  ) {
    this.#file = path.join(stateFolder, 'refused-proxy-login.json');
    this.#write = createStateWriter(this.#file);
  }

  /** Throws `proxy-login-refused` for a login that was refused and has not been asked for since. */
  async check(proxy: Target['proxy']): Promise<void> {
    if (proxy.authentication === undefined) return;
    this.#refused ??= await this.#read();
    if (this.#refused.fingerprint === fingerprintOf(proxy)) throw new AppError('proxy-login-refused');
  }

  async remember(proxy: Target['proxy']): Promise<void> {
    await this.#keep(fingerprintOf(proxy));
  }

  /** A person wants it tried again. */
  async forget(): Promise<void> {
    this.#refused ??= await this.#read();
    if (this.#refused.fingerprint !== null) await this.#keep(null);
  }

  async #read() {
    const stored = await readStateFile(this.#file, Stored, this.clock.now());
    return stored.outcome === 'read' ? stored.value : { fingerprint: null };
  }

  async #keep(fingerprint: string | null) {
    this.#refused = { fingerprint };
    // A disk that is full costs the memory across a restart, not the connection.
    await this.#write(this.#refused).catch(() => undefined);
  }
}
