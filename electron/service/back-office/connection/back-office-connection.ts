import { AppError } from '@shared/errors/app-error';
import type { ConnectionStatus } from '@shared/domain/connection/connection';
import { timestampOf } from '@shared/domain/time/dates';
import type { ActivityDetail, ActivityKind } from '@shared/domain/activity/activity';
import type { AssistanceReports } from '@electron/service/ports/assistance-reports';
import type { HttpClient } from '@electron/service/ports/http-client';
import type { LicenceSource } from '@electron/service/ports/licence-source';
import type { ReleaseSource } from '@electron/service/ports/release-source';
import type { Settings } from '@shared/domain/settings/settings';
import { offeredBy } from '@electron/service/ports/untrusted-chain';
import { isConnectionError, retryAfterOf } from '@electron/service/back-office/client/answer-error';
import { createBackOfficeClient } from '@electron/service/back-office/client/back-office-client';
import type { ConnectionDependencies, ConnectionReport } from './connection-dependencies';
import { planOf, type Plan, type Target } from './connection-plan';
import { EventInbox } from './event-inbox';
import { EventPoll } from './event-poll';
import { ConsecutiveFailures } from '@electron/service/back-office/retry/consecutive-failures';
import { Heartbeat } from './heartbeat';
import { createAssistanceReports } from './connected-assistance-reports';
import { createLicenceSource } from './connected-licence-source';
import type { LiveConnection } from './live-connection';
import { withoutConnectionFailures, RecurringCheck } from './recurring-check';
import { RefusedLogin } from './refused-login';
import { Registrar } from './registrar';
import { createRegistrationStore } from '@electron/service/back-office/registration/registration-store';
import { createReleaseSource } from './connected-release-source';
import { connectionRetryDelay } from '@electron/service/back-office/retry/retry-policy';
import { Alarm } from '@electron/service/back-office/retry/wait';

/** A token that is refused again so soon after registering again is refused for good: perhaps two machines share one licence. */
const REGISTER_AGAIN_MS = 10 * 60_000;

const NOTHING: ConnectionStatus = {
  state: 'disabled',
  reason: null,
  since: null,
  nextTry: null,
  missing: [],
};

/** Why the connection is looked at anew. */
type Cause = 'start' | 'settings' | 'surroundings';
type Failures = ReturnType<ConsecutiveFailures['add']>;
type Run = { controller: AbortController; done: Promise<void> };

/**
 * The connection to the back office: registers, reports, waits for events, and comes back by itself. Disabled or not
 * configured it holds no socket, no timer and nothing for later.
 */
export class BackOfficeConnection {
  /** Licences over this connection. */
  readonly licences: LicenceSource;
  /** Releases over this connection. */
  readonly releases: ReleaseSource;
  /** Sends reports on remote assistance over this connection. */
  readonly assistance: AssistanceReports;
  readonly #heartbeat: Heartbeat;
  readonly #poll: EventPoll;
  readonly #renewal: RecurringCheck;
  readonly #releaseCheck: RecurringCheck;
  readonly #registrar: Registrar;
  readonly #refusedLogin: RefusedLogin;
  readonly #retry = new Alarm();
  #settings: Settings | null = null;
  #planKey = '';
  #run: Run | null = null;
  #live: LiveConnection | null = null;
  #hasBegun = false;
  #report: ConnectionReport = { connection: NOTHING, organisation: null, differenceSeconds: null };
  #outageSince: number | null = null;
  #registeredAgainAt: number | null = null;
  /** Set by a person who wants it tried now: waits and stops are forgotten. */
  #isAskedFor = false;
  /** Set when the machine has slept or stands in another network: nothing that is open is of use any more. */
  #isElsewhere = false;
  #phase: AbortController | null = null;

  constructor(private readonly dependencies: ConnectionDependencies) {
    const { stateFolder, clock } = dependencies;
    this.#refusedLogin = new RefusedLogin(stateFolder, clock);
    this.licences = createLicenceSource(() => this.#live);
    this.assistance = createAssistanceReports(() => this.#live);
    this.#registrar = new Registrar(dependencies, createRegistrationStore(stateFolder, clock));
    this.releases = createReleaseSource(() => this.#live);
    this.#renewal = new RecurringCheck(dependencies, () => dependencies.renewLicence());
    this.#releaseCheck = new RecurringCheck(
      dependencies,
      withoutConnectionFailures(dependencies.log, () => dependencies.checkReleases()),
    );
    this.#heartbeat = new Heartbeat(dependencies, ({ serverTime }, askedAt) =>
      this.#noteTime(serverTime, askedAt),
    );
    this.#poll = new EventPoll(dependencies, new EventInbox(stateFolder, clock), {
      heartbeat: this.#heartbeat,
      sendStatusNow: () => this.#heartbeat.sendNow(),
      assistance: dependencies.assistance,
      licenceAvailable: () => this.#renewal.announce(),
      releaseAvailable: () => this.#releaseCheck.announce(),
      registrationEnded: async (reason) => {
        await this.#registrar.end('registration-ended');
        await this.#audit('registration-ended', { reason }, 'back-office');
      },
    });
  }

  /**
   * Settings are in force when this returns: a connection that they do not ask for has been ended. The first call is
   * the start; from then on a call is a person's doing, so that what was stopped is tried again.
   */
  apply(settings: Settings): void {
    const cause = this.#settings === null ? 'start' : 'settings';
    this.#settings = settings;
    this.#evaluate(cause);
  }

  /** The serial number, the licence servers or anything else the heartbeat tells may have changed. */
  statusChanged(): void {
    this.#evaluate('surroundings');
    if (this.#live !== null) this.#heartbeat.statusChanged();
  }

  /** A person wants it tried at once; nothing happens while it is connected, disabled or not configured. */
  tryNow(): void {
    if (this.#report.connection.state !== 'failed' && this.#report.connection.state !== 'connecting') return;
    this.#isAskedFor = true;
    this.#retry.wake();
  }

  /** Somebody looks now: a long pause becomes a short one, except where the back office has asked for it. */
  operatorArrived(): void {
    this.#retry.wake();
  }

  /**
   * The machine has slept, or its network is another: it connects anew, and a pause that was only the program's own is
   * over. What waits for a person or was asked for by the back office waits on.
   */
  networkChanged(): void {
    if (this.#run === null || ['disabled', 'not-configured'].includes(this.#report.connection.state)) return;
    this.#isElsewhere = true;
    this.#phase?.abort(new Error('the machine stands in another network'));
    this.#retry.wake();
  }

  /** Ends everything that is under way. */
  async stop(): Promise<void> {
    this.#settings = null;
    this.#halt();
    await this.#run?.done;
  }

  #evaluate(cause: Cause): void {
    if (this.#settings === null) return;
    const { address, certificates, serialNumber, hasLicenceServer } = this.dependencies;
    const around = {
      address,
      certificates,
      serialNumber: serialNumber(),
      hasLicenceServer: hasLicenceServer(),
    };
    const plan = planOf(this.#settings, around);
    const key = JSON.stringify(plan);
    if (key === this.#planKey) return;
    this.#planKey = key;
    this.#halt();
    this.#follow(plan, cause);
  }

  #follow(plan: Plan, cause: Cause): void {
    this.#outageSince = null;
    if (plan.state === 'ready') {
      const isFirst = !this.#hasBegun && cause !== 'settings' && !this.dependencies.isOperatorPresent();
      const pause = isFirst ? this.dependencies.random() * this.dependencies.firstContactSpreadMs : 0;
      this.#hasBegun = true;
      this.#isAskedFor = cause === 'settings';
      this.#show({ ...NOTHING, state: 'connecting' });
      this.#begin(plan.target, pause);
      return;
    }
    const wasOn = !['disabled', 'not-configured'].includes(this.#report.connection.state);
    const missing = plan.state === 'not-configured' ? plan.missing : [];
    this.#report = { ...this.#report, organisation: null, differenceSeconds: null };
    this.#show({ ...NOTHING, state: plan.state, missing });
    if (plan.state === 'disabled' && wasOn) void this.#audit('connection-disabled');
  }

  #halt(): void {
    this.#live = null;
    this.#run?.controller.abort(new Error('this connection is not wanted any more'));
  }

  #begin(target: Target, pause: number): void {
    const controller = new AbortController();
    const before = this.#run?.done ?? Promise.resolve();
    this.#retry.clear();
    this.#isElsewhere = false;
    const done = before
      .then(() => this.#keepConnected(target, pause, controller.signal))
      .catch((error: unknown) => {
        if (!controller.signal.aborted)
          this.dependencies.log.error({ error }, 'The connection has broken down');
      });
    this.#run = { controller, done };
  }

  async #keepConnected(target: Target, pause: number, signal: AbortSignal): Promise<void> {
    let http = null as HttpClient | null;
    const failures = new ConsecutiveFailures(this.dependencies.clock);
    try {
      if (pause > 0) await this.#retry.wait(pause, signal);
      for (;;) {
        if (this.#isAskedFor || this.#isElsewhere) failures.reset();
        if (this.#isAskedFor) await this.#restart(signal);
        if (this.#isElsewhere) http = await this.#leaveNetwork(http, signal);
        try {
          await this.#refusedLogin.check(target.proxy);
          http ??= await this.#openHttp(target, signal);
          await this.#connect(target, http, () => failures.reset(), signal);
        } catch (error) {
          signal.throwIfAborted();
          // A connection ended on purpose is no failure; an earlier answer of the other side counts.
          if (this.#isElsewhere && !(error instanceof AppError)) continue;
          const failure = await this.#settle(error);
          signal.throwIfAborted();
          if (failure?.code === 'proxy-login-refused') {
            await this.#refusedLogin.remember(target.proxy);
            http = await this.#leave(http);
          }
          if (failure === null) {
            this.#show({ ...NOTHING, state: 'connecting' });
            continue;
          }
          await this.#waitToRetry(failure, failures.add(), signal);
        }
      }
    } finally {
      await http?.close();
    }
  }

  async #openHttp({ proxy, certificates, identity }: Target, signal: AbortSignal): Promise<HttpClient> {
    const http = await this.dependencies.openHttp({ address: identity.backOffice, proxy, certificates });
    if (signal.aborted) await http.close();
    return http;
  }

  async #leave(http: HttpClient | null): Promise<null> {
    await http?.close();
    return null;
  }

  async #leaveNetwork(http: HttpClient | null, signal: AbortSignal): Promise<null> {
    signal.throwIfAborted();
    this.#isElsewhere = false;
    this.#show({ ...NOTHING, state: 'connecting' });
    return this.#leave(http);
  }

  /** A new start, as a person has asked for. */
  async #restart(signal: AbortSignal): Promise<void> {
    this.#isAskedFor = false;
    this.#registeredAgainAt = null;
    await this.#registrar.allowAgain();
    await this.#refusedLogin.forget();
    signal.throwIfAborted();
    this.#show({ ...NOTHING, state: 'connecting' });
  }

  /** Never resolves: it is connected until something throws. */
  async #connect(target: Target, http: HttpClient, healthy: () => void, signal: AbortSignal): Promise<never> {
    const phase = new AbortController();
    this.#phase = phase;
    const end = () => phase.abort(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    try {
      signal.throwIfAborted();
      const client = createBackOfficeClient(http, this.dependencies.clock);
      const askedAt = this.dependencies.clock.now();
      const { session, registration, serverTime } = await this.#registrar.ensure(
        target,
        client,
        phase.signal,
      );
      phase.signal.throwIfAborted();
      if (serverTime !== null) this.#noteTime(serverTime, askedAt);
      this.#report = { ...this.#report, organisation: registration.organisation };
      const seconds = await this.#heartbeat.beat(client, session, phase.signal);
      await this.#poll.first(client, session, phase.signal);
      phase.signal.throwIfAborted();
      this.#live = { client, session, signal: phase.signal };
      await this.#showConnected(registration.organisation.name);
      return await Promise.race([
        this.#poll.run(client, session, phase.signal),
        this.#heartbeat.run(client, session, seconds, phase.signal),
        this.#renewal.run(healthy, phase.signal),
        this.#releaseCheck.run(() => undefined, phase.signal),
      ]);
    } finally {
      this.#live = null;
      this.#phase = null;
      signal.removeEventListener('abort', end);
      phase.abort(new Error('this connection has ended'));
    }
  }

  /** Draws the consequences of a failure; null = to be tried again at once, with a new registration. */
  async #settle(error: unknown): Promise<AppError | null> {
    if (!isConnectionError(error)) {
      this.dependencies.log.error({ error }, 'The connection failed for a reason of this program');
      return new AppError('back-office-error', {}, error);
    }
    this.dependencies.log.info({ error }, 'The connection failed');
    try {
      if (error.code === 'token-refused') return await this.#settleRefusedToken(error);
      if (error.code === 'installation-removed') await this.#registrar.end('installation-removed');
      return error;
    } catch (storeError) {
      return isConnectionError(storeError) ? storeError : error;
    }
  }

  async #settleRefusedToken(error: AppError): Promise<AppError | null> {
    const now = this.dependencies.clock.now();
    const before = this.#registeredAgainAt;
    if (before !== null && Math.abs(now - before) < REGISTER_AGAIN_MS) return error;
    this.#registeredAgainAt = now;
    await this.#registrar.forgetToken();
    return null;
  }

  async #waitToRetry(failure: AppError, failures: Failures, signal: AbortSignal): Promise<void> {
    const { random, clock } = this.dependencies;
    const delayFor = (isOperatorPresent: boolean) =>
      connectionRetryDelay(failure, { ...failures, isOperatorPresent, random });
    const mayShorten = retryAfterOf(failure) === undefined;
    let delay = delayFor(this.dependencies.isOperatorPresent());
    for (;;) {
      const nextTry = delay === null ? null : clock.now() + delay;
      this.#showFailed(failure, nextTry);
      const outcome = await this.#retry.wait(delay, signal);
      if (outcome === 'over' || this.#isAskedFor) return;
      if (nextTry === null) continue;
      if (this.#isElsewhere && mayShorten) return;
      const left = Math.max(0, nextTry - clock.now());
      delay = mayShorten ? Math.min(left, delayFor(true) ?? left) : left;
    }
  }

  #noteTime(serverTime: string, askedAt: number): void {
    const middle = (askedAt + this.dependencies.clock.now()) / 2;
    const differenceSeconds = Math.round((Date.parse(serverTime) - middle) / 1000);
    if (differenceSeconds === this.#report.differenceSeconds) return;
    this.#report = { ...this.#report, differenceSeconds };
    this.dependencies.publish(this.#report);
  }

  async #showConnected(organisation: string): Promise<void> {
    this.#outageSince = null;
    this.#isAskedFor = false;
    this.#retry.clear();
    this.#show({ ...NOTHING, state: 'connected', since: timestampOf(this.dependencies.clock.now()) });
    await this.#audit('connected', { organisation });
  }

  #showFailed(failure: AppError, nextTry: number | null): void {
    const before = this.#report.connection;
    const reason = isConnectionError(failure) ? failure.code : 'back-office-error';
    const isNew = this.#outageSince === null || before.reason !== reason;
    this.#outageSince ??= this.dependencies.clock.now();
    const params = Object.keys(failure.params).length === 0 ? {} : { params: failure.params };
    const times = {
      since: timestampOf(this.#outageSince),
      nextTry: nextTry === null ? null : timestampOf(nextTry),
    };
    this.#show({ state: 'failed', reason, ...params, ...offeredBy(failure), ...times, missing: [] });
    if (isNew) void this.#audit('connection-failed', { reason });
  }

  #show(connection: ConnectionStatus): void {
    this.#report = { ...this.#report, connection };
    this.dependencies.publish(this.#report);
  }

  /** A log that cannot be written is no reason to be offline. */
  async #audit(
    kind: ActivityKind,
    detail?: ActivityDetail,
    actor: 'service' | 'back-office' = 'service',
  ): Promise<void> {
    try {
      await this.dependencies.audit.append(kind, actor, detail);
    } catch (error) {
      this.dependencies.log.error({ error, kind }, 'An activity could not be recorded');
    }
  }
}
