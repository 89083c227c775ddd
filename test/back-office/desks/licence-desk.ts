import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { timestamp, today } from './dates';
import { demoFeatures, flexNetFile } from './flexnet-file';
import type { KeyRing, Role } from '../data/key-ring';
import type { Feature, IssuedLicence, LicenceClaims, SerialNumber } from '../data/office-data';
import { Problem } from '../problem';

const date = z.iso.date();
const count = z.int().min(1).max(100_000);
const featureName = z.string().trim().min(1).max(100);

/** The actions of a help-desk employee; each makes one new licence. `users` of `add-users` is how many come on top. */
export const LicenceChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('extend-maintenance'),
    maintenanceUntil: date,
    expiresOn: date.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('add-feature'), name: featureName, quantity: count }),
  z.strictObject({ kind: z.literal('add-users'), users: count }),
  z.strictObject({
    kind: z.literal('replace'),
    expiresOn: date.nullable().optional(),
    maintenanceUntil: date.optional(),
    users: count.optional(),
  }),
]);
export type LicenceChange = z.infer<typeof LicenceChange>;

/** For tests that need a package which is wrong in one place, though correctly signed (or by the wrong key). */
export type Deviation = { claims?: Partial<LicenceClaims>; signedBy?: Role | 'stranger' };

type Part = Pick<LicenceClaims, 'reason'> & Partial<LicenceClaims>;
type Applied<K extends LicenceChange['kind']> = (
  last: LicenceClaims,
  change: Extract<LicenceChange, { kind: K }>,
) => Part;

function withFeature(features: readonly Feature[], name: string, quantity: number): Feature[] {
  const known = features.find((feature) => feature.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) {
    return features.map((feature) =>
      feature === known ? { ...feature, quantity: feature.quantity + quantity } : feature,
    );
  }
  const stem = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const taken = new Set(features.map(({ id }) => id));
  const id = stem === '' || taken.has(stem) ? `feature_${features.length + 1}` : stem;
  return [...features, { id, name, quantity, expiresOn: null }];
}

const CHANGES: { [K in LicenceChange['kind']]: Applied<K> } = {
  'extend-maintenance': (last, { maintenanceUntil, expiresOn }) => {
    if (maintenanceUntil <= last.maintenanceUntil) {
      throw new Problem(400, 'date-not-later', `Maintenance already runs until ${last.maintenanceUntil}.`);
    }
    return {
      reason: 'maintenance-extended',
      maintenanceUntil,
      ...(expiresOn === undefined ? {} : { expiresOn }),
    };
  },
  'add-feature': (last, { name, quantity }) => ({
    reason: 'features-added',
    features: withFeature(last.features, name, quantity),
  }),
  'add-users': (last, { users }) => ({ reason: 'users-added', users: last.users + users }),
  replace: (_last, { expiresOn, maintenanceUntil, users }) => ({
    reason: 'replacement',
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(maintenanceUntil === undefined ? {} : { maintenanceUntil }),
    ...(users === undefined ? {} : { users }),
  }),
};

function apply(last: LicenceClaims, change: LicenceChange): Part {
  return (CHANGES[change.kind] as (last: LicenceClaims, change: LicenceChange) => Part)(last, change);
}

/** Makes, signs and keeps licence packages. */
export class LicenceDesk {
  constructor(
    private readonly keys: KeyRing,
    private readonly product: string,
  ) {}

  /** The licence a serial number starts with: a year ahead, maintenance for half of it, 25 users. */
  issueFirst(owner: SerialNumber): IssuedLicence {
    return this.#sign(owner, {
      ...this.#frame(owner, null),
      reason: 'initial',
      customer: owner.customer,
      expiresOn: today(365),
      maintenanceUntil: today(183),
      users: 25,
      features: demoFeatures(),
      hostIds: owner.hostIds,
    });
  }

  issue(owner: SerialNumber, change: LicenceChange, deviation: Deviation = {}): IssuedLicence {
    const last = owner.licences.at(-1);
    if (last === undefined) return this.issueFirst(owner);
    const next = { ...last.claims, ...this.#frame(owner, last), ...apply(last.claims, change) };
    return this.#sign(owner, next, deviation);
  }

  #frame(owner: SerialNumber, last: IssuedLicence | null) {
    return {
      formatVersion: 1,
      licenceId: randomUUID(),
      product: this.product,
      serialNumber: owner.serialNumber,
      sequence: (last?.sequence ?? 0) + 1,
      previousSha256: last?.sha256 ?? null,
      issuedAt: timestamp(),
    };
  }

  #sign(owner: SerialNumber, facts: Omit<LicenceClaims, 'file'>, deviation: Deviation = {}): IssuedLicence {
    const given = { ...facts, ...deviation.claims };
    const hostId = given.hostIds.find((id) => id !== 'ANY');
    const content = flexNetFile({
      ...given,
      issuedOn: given.issuedAt.slice(0, 10),
      ...(hostId === undefined ? {} : { hostId }),
    });
    const claims: LicenceClaims = {
      ...given,
      file: deviation.claims?.file ?? { name: 'prismadirect.lic', content },
    };
    const jws = this.keys.sign(deviation.signedBy ?? 'licence', 'licence-package+jws', claims);
    const issued: IssuedLicence = {
      licenceId: claims.licenceId,
      sequence: claims.sequence,
      sha256: createHash('sha256').update(jws).digest('hex'),
      size: Buffer.byteLength(jws),
      package: jws,
      claims,
    };
    owner.licences.push(issued);
    return issued;
  }
}
