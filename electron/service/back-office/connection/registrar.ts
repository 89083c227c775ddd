import type { Installation } from '@shared/back-office/answers';
import { markLookAlikes } from '@shared/domain/text/look-alike-letters';
import { cleanText } from '@shared/domain/text/steering-characters';
import { AppError } from '@shared/errors/app-error';
import type { BackOfficeClient } from '@electron/service/back-office/client/back-office-client';
import type { BackOfficeSession } from '@electron/service/back-office/client/back-office-session';
import type { ConnectionDependencies } from './connection-dependencies';
import type { Target } from './connection-plan';
import {
  isSameIdentity,
  type RegistrationStore,
  type StoredRegistration,
} from '@electron/service/back-office/registration/registration-store';

const TOKEN = 'back-office-token';
/** As long as a name may be in the status. */
const NAME_CAP = 200;

export type Registered = {
  session: BackOfficeSession;
  registration: StoredRegistration;
  serverTime: string | null;
};

type Dependencies = Pick<ConnectionDependencies, 'tokens' | 'openSecret' | 'facts' | 'audit' | 'log'>;

/** Makes, keeps and ends the registration of this installation. */
export class Registrar {
  constructor(
    private readonly dependencies: Dependencies,
    private readonly store: RegistrationStore,
  ) {}

  /**
   * The registration for this target, made now if there is none. Throws the code under which the back office has ended
   * it, until `allowAgain`.
   */
  async ensure(target: Target, client: BackOfficeClient, signal: AbortSignal): Promise<Registered> {
    const stored = await this.store.read();
    if (stored !== null && isSameIdentity(stored.identity, target.identity)) {
      if (stored.ended !== null) throw new AppError(stored.ended);
      const token = await this.dependencies.tokens.get(TOKEN);
      if (token !== null) {
        const session = { installationId: stored.installationId, token };
        return { session, registration: stored, serverTime: null };
      }
    }
    signal.throwIfAborted();
    return this.#register(target, client, signal);
  }

  async #register(target: Target, client: BackOfficeClient, signal: AbortSignal): Promise<Registered> {
    const { identity, sealedCode } = target;
    const { product, serviceVersion, platform, hostName, locale } = this.dependencies.facts;
    const verificationCode = await this.dependencies.openSecret(sealedCode);
    // Gone before the new token comes, so that no token can ever be taken for the one of another registration.
    await this.#keep(null);
    signal.throwIfAborted();
    const { serviceOrganisationId, serialNumber } = identity;
    const who = { serviceOrganisationId, verificationCode, serialNumber };
    const what = {
      product,
      productVersion: null,
      serviceVersion,
      platform,
      hostName: hostName.slice(0, 253),
      locale,
    };
    const answer = await client.register({ ...who, ...what }, signal);
    const registration = this.#registrationOf(target, answer);
    await this.dependencies.tokens.set(TOKEN, answer.token);
    await this.#keep(registration);
    const { name } = registration.organisation;
    await this.dependencies.audit.append('registered', 'service', { organisation: name, serialNumber });
    const session = { installationId: answer.installationId, token: answer.token };
    return { session, registration, serverTime: answer.serverTime };
  }

  #registrationOf({ identity }: Target, answer: Installation): StoredRegistration {
    const { id, name, phone = null, website = null } = answer.organisation;
    return {
      identity,
      installationId: answer.installationId,
      organisation: {
        ...{ id, website },
        name: markLookAlikes(cleanText(name)).slice(0, NAME_CAP),
        phone: phone === null ? null : cleanText(phone),
      },
      heartbeatSeconds: answer.heartbeatSeconds,
      ended: null,
    };
  }

  /** The back office refused the token: the next `ensure` registers again. */
  async forgetToken(): Promise<void> {
    await this.dependencies.tokens.delete(TOKEN);
  }

  /** The back office has ended the registration: no `ensure` registers again by itself, not after a restart either. */
  async end(code: NonNullable<StoredRegistration['ended']>): Promise<void> {
    const stored = await this.store.read();
    if (stored !== null) await this.#keep({ ...stored, ended: code });
    await this.dependencies.tokens.delete(TOKEN);
  }

  /** A person wants it tried again. */
  async allowAgain(): Promise<void> {
    const stored = await this.store.read();
    if (stored?.ended != null) await this.#keep({ ...stored, ended: null });
  }

  /** A disk that cannot be written costs one more registration after a restart, not the connection. */
  async #keep(registration: StoredRegistration | null): Promise<void> {
    try {
      await this.store.write(registration);
    } catch (error) {
      this.dependencies.log.error({ error }, 'The registration cannot be saved');
    }
  }
}
