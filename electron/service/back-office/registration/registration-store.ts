import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';
import { InstallationId } from '@shared/back-office/answers';
import type { Clock } from '@shared/domain/time/clock';

/** The data of a registration; it is valid only while none of this changes. */
export const RegistrationIdentity = z.object({
  /** A token never goes to another back office than the one that gave it. */
  backOffice: z.string().max(2048),
  serviceOrganisationId: z.string().max(64),
  /** SHA-256 of the sealed code: it tells that a code was entered anew, and nothing of the code. */
  codeFingerprint: z.string().max(64),
  serialNumber: z.string().max(64),
});
export type RegistrationIdentity = z.output<typeof RegistrationIdentity>;

/** `state/registration.json`; the token lies in the keychain. */
export const StoredRegistration = z.object({
  identity: RegistrationIdentity,
  installationId: InstallationId,
  organisation: z.object({
    id: z.string().max(64),
    name: z.string().max(200),
    phone: z.string().max(50).nullable(),
    website: z.string().max(2048).nullable(),
  }),
  heartbeatSeconds: z.number().int().min(5).max(86_400),
  /** Why the back office has ended it; a restart must not register again by itself. */
  ended: z.enum(['registration-ended', 'installation-removed']).nullable(),
});
export type StoredRegistration = z.output<typeof StoredRegistration>;

export const codeFingerprint = (sealed: string) => createHash('sha256').update(sealed).digest('hex');

export const isSameIdentity = (a: RegistrationIdentity, b: RegistrationIdentity) =>
  a.backOffice === b.backOffice &&
  a.serviceOrganisationId === b.serviceOrganisationId &&
  a.codeFingerprint === b.codeFingerprint &&
  a.serialNumber === b.serialNumber;

export interface RegistrationStore {
  /** Null when there is none, or none that can be read. */
  read(): Promise<StoredRegistration | null>;
  write(registration: StoredRegistration | null): Promise<void>;
}

export const createRegistrationStore = (stateFolder: string, clock: Clock): RegistrationStore => {
  const file = path.join(stateFolder, 'registration.json');
  const save = createStateWriter(file);
  return {
    read: async () => {
      const read = await readStateFile(file, StoredRegistration.nullable(), clock.now());
      return read.outcome === 'read' ? read.value : null;
    },
    write: (registration) => save(registration),
  };
};
