import { z } from 'zod';
import { Sha256Hex } from '@shared/domain/licence/format/licence-claims';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';

const Stored = z.strictObject({ paused: Sha256Hex.nullable(), wanted: Sha256Hex.nullable() });
type Stored = z.output<typeof Stored>;

/** A person's decisions about a download, kept across restarts; each is the SHA-256 of the installer meant. */
export interface Choice {
  readonly paused: string | null;
  readonly wanted: string | null;
  pause(sha256: string): Promise<void>;
  want(sha256: string): Promise<void>;
}

export const openChoice = async (file: string, now: number): Promise<Choice> => {
  const read = await readStateFile(file, Stored, now);
  let stored: Stored = read.outcome === 'read' ? read.value : { paused: null, wanted: null };
  const write = createStateWriter(file);
  const set = (value: Stored) => {
    stored = value;
    return write(value);
  };
  return {
    get paused() {
      return stored.paused;
    },
    get wanted() {
      return stored.wanted;
    },
    pause: (sha256) => set({ paused: sha256, wanted: null }),
    want: (sha256) => set({ paused: null, wanted: sha256 }),
  };
};
