import path from 'node:path';
import { z } from 'zod';
import { createStrictStateWriter, readStateFile } from '@electron/service/state/state-file';
import type { Clock } from '@shared/domain/time/clock';
import { Consent, NO_CONSENT } from './consent';

const StoredConsent = z.strictObject({
  /** The latest time that was seen, in ms since the epoch. */
  floor: z.number(),
  /** The setting from which the permission was counted; null = none was given. */
  source: z.strictObject({ endsAfterHours: z.number().nullable() }).nullable(),
  consent: Consent,
  /** The client that was started last and has not been seen to end. */
  process: z.strictObject({ id: z.number().int().min(2), mark: z.string().max(200) }).nullable(),
});
export type StoredConsent = z.output<typeof StoredConsent>;

/** `isLost`: there was a state that cannot be read, so nothing may be taken for allowed. */
export type ConsentReading = { stored: StoredConsent; isLost: boolean };

/** The consent on the disk, `state/assistance.json`: what is not in it was never allowed. */
export class ConsentStore {
  readonly #file: string;
  readonly save: (stored: StoredConsent) => Promise<void>;

  constructor(stateFolder: string) {
    this.#file = path.join(stateFolder, 'assistance.json');
    this.save = createStrictStateWriter(this.#file);
  }

  async read(clock: Clock): Promise<ConsentReading> {
    const read = await readStateFile(this.#file, StoredConsent, clock.now());
    if (read.outcome === 'read') return { stored: read.value, isLost: false };
    const stored = { floor: 0, source: null, consent: NO_CONSENT, process: null };
    return { stored, isLost: read.outcome === 'broken' };
  }
}
