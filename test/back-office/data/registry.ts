import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { timestamp } from '../desks/dates';
import type { Installation, OfficeData, SerialNumber } from './office-data';
import { Problem } from '../problem';
import type { Registration } from '../schemas';

/** A service organisation, known by its ID and the code it hands to its customers. */
export type Organisation = {
  id: string;
  verificationCode: string;
  name: string;
  phone?: string;
  website?: string;
  /** Registrations are refused with `registration-blocked`. */
  blocked?: boolean;
};

const WRONG_CODES_A_MINUTE = 20;
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Organisations, serial numbers and the installations registered for them; one installation per serial number. */
export class Registry {
  readonly #wrongCodes = new Map<string, number[]>();

  constructor(
    private readonly data: OfficeData,
    readonly organisations: readonly Organisation[],
    /** Handed out in place of a random token. */
    private readonly fixedToken?: string,
  ) {}

  /** @throws Problem 404 `organisation-unknown`, 403 `verification-code-wrong`, 429 after many wrong codes. */
  organisation(id: string, verificationCode: string): Organisation {
    const found = this.organisations.find((organisation) => organisation.id === id);
    if (found === undefined) throw new Problem(404, 'organisation-unknown');
    const recent = (this.#wrongCodes.get(id) ?? []).filter((at) => at > Date.now() - 60_000);
    if (recent.length >= WRONG_CODES_A_MINUTE) {
      throw new Problem(429, 'too-many-attempts', undefined, { 'retry-after': '60' });
    }
    if (!timingSafeEqual(sha256(found.verificationCode), sha256(verificationCode))) {
      this.#wrongCodes.set(id, [...recent, Date.now()]);
      throw new Problem(403, 'verification-code-wrong');
    }
    return found;
  }

  /** @throws Problem 404 `serial-number-unknown`. */
  serialNumber(serialNumber: string): SerialNumber {
    const found = this.data.serialNumbers.find((entry) => entry.serialNumber === serialNumber);
    if (found === undefined) throw new Problem(404, 'serial-number-unknown');
    return found;
  }

  installation(serialNumber: string): Installation | undefined {
    return this.data.installations.find((entry) => entry.serialNumber === serialNumber);
  }

  register(registration: Registration): {
    installation: Installation;
    organisation: Organisation;
    token: string;
    isNew: boolean;
  } {
    const { verificationCode, ...kept } = registration;
    const organisation = this.organisation(registration.serviceOrganisationId, verificationCode);
    if (organisation.blocked === true) throw new Problem(403, 'registration-blocked');
    this.serialNumber(registration.serialNumber);
    const token = this.fixedToken ?? randomBytes(32).toString('base64url');
    const changes = {
      organisationId: organisation.id,
      tokenSha256: sha256(token).toString('hex'),
      removed: false,
      registration: kept,
      lastSeen: timestamp(),
    };
    const known = this.installation(registration.serialNumber);
    if (known !== undefined) {
      const isNew = known.removed;
      Object.assign(known, changes);
      return { installation: known, organisation, token, isNew };
    }
    const installation: Installation = {
      installationId: randomUUID(),
      serialNumber: registration.serialNumber,
      registeredAt: timestamp(),
      status: null,
      audit: { heads: [], alarms: [] },
      reports: [],
      events: [],
      ...changes,
    };
    this.data.installations.push(installation);
    return { installation, organisation, token, isNew: true };
  }

  /**
   * Whose token this is; of the named installation where one is named.
   * @throws Problem 410 `installation-removed`, 401 `token-invalid`.
   */
  authenticate(authorization: string | undefined, installationId?: string): Installation {
    const named = this.data.installations.find((entry) => entry.installationId === installationId);
    if (named?.removed === true) throw new Problem(410, 'installation-removed');
    const [, token = ''] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
    const hash = sha256(token).toString('hex');
    const owner = this.data.installations.find((entry) => entry.tokenSha256 === hash && !entry.removed);
    if (owner === undefined || (installationId !== undefined && owner !== named)) {
      throw new Problem(401, 'token-invalid', undefined, { 'www-authenticate': 'Bearer' });
    }
    return owner;
  }
}
