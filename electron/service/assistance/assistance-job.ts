import { randomBytes } from 'node:crypto';
import {
  readAssistanceRequest,
  type AssistanceRequest,
  type RequestRefusal,
} from '@shared/back-office/assistance-request';
import {
  AssistanceRequestId,
  noAssistance,
  type AssistanceClient,
} from '@shared/domain/assistance/assistance';
import type { Settings } from '@shared/domain/settings/settings';
import { timestampOf } from '@shared/domain/time/dates';
import { AppError } from '@shared/errors/app-error';
import type { Caller } from '@shared/contract/service/caller';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';
import type { AssistanceDependencies, ClientProcess } from './assistance-dependencies';
import { assistanceStatusOf, recordOf, reportOf } from './assistance-texts';
import { ConsentWindows } from './consent-windows';
import { consentState, type Consent } from './consent';
import { ConsentStateMachine } from './consent-permission';
import type { Obstacle } from './consent-steps';
import type { Outcome } from './consent-outcome';
import { ReportOutbox, type NewReport } from './report-outbox';
import { SessionHistory } from './session-history';

const HOUR_MS = 3_600_000;
const BUSY_TICK_MS = 500;
const QUIET_TICK_MS = 15_000;
const TICKS_KEPT = 4;
/** The app that runs the client is given so long to end it, before the service does. */
const APP_ENDS_MS = 1200;

type Calls = ServiceHandlers['assistance'];
type Applied = Pick<Settings, 'remoteService' | 'remoteAssistance'>;
type Answer = Parameters<Calls['answer']>[0];

const randomToken = () => randomBytes(32).toString('base64url');

/** As the record takes it; '' where nobody has shown an account. */
const accountText = (account: string | null) => (account ?? '').slice(0, 200);

/** Who lets somebody in is written down, so it has to be known. Throws `not-allowed`. */
const shownAccount = async (caller: Caller): Promise<string> => {
  const account = await caller.account();
  if (account === null) throw new AppError('not-allowed');
  return accountText(account);
};

/** Remote assistance: asks, waits, lets start, ends, and tells the help desk; whatever is in doubt is a no. */
export class AssistanceJob {
  readonly #consent: ConsentStateMachine;
  readonly #outbox: ReportOutbox;
  readonly #history: SessionHistory;
  readonly #windows: ConsentWindows;
  #client: AssistanceClient = noAssistance(false).client;
  #months = 12;
  #timer: NodeJS.Timeout | null = null;
  #tickMs = 0;
  #ticks = 0;
  #isStopping = false;
  /** Later events wait while the client of a request is being found. */
  #considering: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: AssistanceDependencies) {
    const { stateFolder, clock, reports, isConnected, log } = dependencies;
    this.#consent = new ConsentStateMachine({
      ...dependencies,
      onStep: (before, outcome, now) => this.#take(before, outcome, now),
    });
    this.#history = new SessionHistory(stateFolder, clock, () => this.#months);
    this.#outbox = new ReportOutbox({
      ...{ stateFolder, reports, isConnected, log, clock },
      onRefused: (report, status) => this.#reportRefused(report, status),
    });
    this.#windows = new ConsentWindows({
      nobodyLeft: () => this.#logFailure(this.#consent.do({ type: 'cannot-ask', reason: 'no-screen' })),
      executorGone: () => this.#logFailure(this.#consent.do({ type: 'end', by: 'service-stopped' })),
    });
  }

  /** Processes left by a crash are ended first. */
  async start(): Promise<void> {
    const { isLost } = await this.#consent.open();
    await Promise.all([this.#outbox.open(), this.#history.open()]);
    const { process } = this.#consent;
    await this.#endProcess(process);
    const source = isLost ? { source: { endsAfterHours: null } } : {};
    await this.#consent.do({ type: 'restart' }, source);
    await this.#clientIsGone(this.#requestId());
    this.#logFailure(this.findClient());
    this.#tickAgain();
  }

  /** Ends a session and tells the help desk, as far as that goes in the time left. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#windows.close();
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#consent.do({ type: 'end', by: 'service-stopped' });
    await Promise.all([this.#endProcess(this.#consent.process), this.#outbox.stop()]);
    await this.#consent.saveTime();
  }

  /** Puts the settings in force: giving a permission starts its time, taking it keeps new sessions away. */
  async apply({ remoteService, remoteAssistance }: Applied): Promise<void> {
    const { allowed, endsAfterHours, historyMonths } = remoteAssistance;
    this.#months = historyMonths;
    if (!remoteService.enabled) {
      await this.#consent.do({ type: 'end', by: 'customer' });
      await this.#outbox.clear();
    }
    const { source } = this.#consent;
    if (!allowed && source !== null) await this.#consent.do({ type: 'forbid' }, { source: null });
    const isNew = allowed && source?.endsAfterHours !== endsAfterHours;
    if (isNew) await this.#permit(endsAfterHours);
    this.#publish();
  }

  /** The connection has come up. */
  connected(): void {
    this.#outbox.deliver();
  }

  async findClient(): Promise<AssistanceClient> {
    this.#client = await this.dependencies.findClient();
    this.#publish();
    return this.#client;
  }

  /** An `assistance-requested` event, as it came. */
  requested(event: { requestId: string }): void {
    this.#considering = this.#considering
      .then(() => this.#consider(event))
      .catch((error: unknown) => this.#failed(error));
  }

  withdrawn(requestId: string): void {
    this.#logFailure(this.#considering.then(() => this.#consent.do({ type: 'withdraw', requestId })));
  }

  ended(requestId: string): void {
    this.#logFailure(
      this.#considering.then(() => this.#consent.do({ type: 'end', by: 'technician', requestId })),
    );
  }

  readonly handlers: Calls = {
    attend: (_input, caller) => {
      this.#windows.add(caller);
      return Promise.resolve();
    },
    answer: (answer, caller) => this.#answer(answer, caller),
    launch: async ({ requestId, grant }, caller) => {
      const { launch, refused } = await this.#consent.do({ type: 'launch', requestId, grantId: grant });
      if (launch === null) throw new AppError(refused ?? 'assistance-grant-invalid');
      this.#windows.add(caller);
      const lifeline = randomToken();
      this.#windows.setClientOwner({ caller, lifeline });
      const { provider, link } = launch.invitation;
      return { requestId, provider, link, minimumVersion: this.#client.minimumVersion, lifeline };
    },
    resume: async ({ requestId, lifeline, processId }, caller) => {
      const isRunning =
        consentState(this.#consent.consent) === 'in-session' && requestId === this.#requestId();
      if (!isRunning || !this.#windows.resume(caller, lifeline))
        throw new AppError('assistance-request-gone');
      if (processId !== null) await this.#started(requestId, processId);
    },
    started: ({ requestId, processId }) => this.#started(requestId, processId),
    clientGone: async ({ requestId, failure }) => {
      await this.#consent.do({ type: 'client-gone', requestId, failure });
    },
    stop: async (_input, caller) => {
      const { phase } = this.#consent.consent.activity;
      const account = await caller.account();
      const by = account === null ? {} : { answeredBy: accountText(account) };
      await this.#consent.do({ type: 'end', by: 'customer', ...by });
      return { hasEnded: phase === 'allowed' || phase === 'in-session' };
    },
    extend: async ({ requestId }, caller) => {
      const answeredBy = await shownAccount(caller);
      const { refused } = await this.#consent.do({ type: 'extend', requestId, answeredBy });
      if (refused !== null) throw new AppError(refused);
    },
    permitAgain: async () => {
      const { source } = this.#consent;
      if (source !== null) await this.#permit(source.endsAfterHours);
      const { allowed, until } = this.#status();
      return { allowed, until, unmet: this.dependencies.unmet() };
    },
    history: (query) => Promise.resolve(this.#history.read(query)),
  };

  async #permit(endsAfterHours: number | null): Promise<void> {
    const endsAt = endsAfterHours === null ? null : this.#consent.now() + endsAfterHours * HOUR_MS;
    await this.#consent.do({ type: 'permit', endsAt }, { source: { endsAfterHours } });
  }

  async #consider(event: { requestId: string }): Promise<void> {
    const { serverTime } = this.dependencies;
    const read = readAssistanceRequest(event, { provider: this.#client.provider, now: serverTime() });
    if (!read.ok) {
      await this.#refuse(event.requestId, read.refusal);
      return;
    }
    await this.findClient();
    const { answerBy, ...request } = read.request;
    const obstacle = this.#obstacle(read.request);
    const lifetimeMs = answerBy - serverTime();
    this.#windows.requestOpened();
    await this.#consent.do({ type: 'request', request, obstacle, lifetimeMs });
  }

  #obstacle({ requestId }: AssistanceRequest): Obstacle | null {
    // A request that came over the connection proves it, even where the status does not say so yet.
    const unmet = this.dependencies.unmet().find((key) => key !== 'connected');
    if (unmet !== undefined) return { decision: 'not-permitted', reason: unmet };
    if (!AssistanceRequestId.safeParse(requestId).success)
      return { decision: 'unavailable', reason: 'request-incomplete' };
    return this.#windows.hasWindow ? null : { decision: 'unavailable', reason: 'no-app' };
  }

  async #refuse(requestId: string, refusal: RequestRefusal): Promise<void> {
    await this.dependencies.audit.append('assistance-refused', 'back-office', {
      ...{ requestId, decision: 'unavailable', refusal },
    });
    const body = {
      decision: 'unavailable' as const,
      at: timestampOf(this.dependencies.clock.now()),
      reason: refusal,
    };
    await this.#outbox.add([{ about: 'answer', requestId, body }]);
  }

  async #answer({ requestId, decision, language }: Answer, caller: Caller) {
    const open = this.#status().request;
    if (open?.requestId !== requestId) throw new AppError('assistance-request-gone');
    if (decision === 'cannot-show') {
      this.#windows.cannotShow(caller);
      return { grant: null };
    }
    const answeredBy =
      decision === 'allow' ? await shownAccount(caller) : accountText(await caller.account());
    const grantId = randomToken();
    const notice = await this.dependencies.noticeOf(open, language);
    const { refused } = await this.#consent.do({
      ...{ type: 'answer', requestId, decision, answeredBy, notice, grantId },
    });
    if (refused !== null) throw new AppError(refused);
    const { activity } = this.#consent.consent;
    return { grant: activity.phase === 'allowed' && activity.grant.id === grantId ? grantId : null };
  }

  async #started(requestId: string, processId: number): Promise<void> {
    const { activity } = this.#consent.consent;
    if (activity.phase === 'none' || activity.phase === 'requested') return;
    if (activity.request.requestId !== requestId) return;
    await this.#consent.setProcess(await this.dependencies.identify(processId));
    if (activity.phase === 'ending') await this.#endProcess(this.#consent.process);
  }

  /** Takes what follows from a step that is written down. */
  async #take(before: Consent, outcome: Outcome, now: number): Promise<void> {
    const { shown } = this.#consent;
    this.#publish();
    const hasEnded = consentState(before) !== 'ending' && consentState(outcome.consent) === 'ending';
    if (hasEnded) this.#logFailure(this.#endClient());
    if (outcome.consent.activity.phase === 'none') this.#windows.setClientOwner(null);
    await this.#outbox.add(outcome.reports.map((report) => reportOf(report, now, shown)));
    const record = recordOf(before, outcome, shown);
    if (record !== null) await this.#history.add(record).catch((error: unknown) => this.#failed(error));
    this.#tickAgain();
  }

  /** The app sees the end in the status and ends its client; the service makes sure. The next session may run by then. */
  async #endClient(): Promise<void> {
    const { process } = this.#consent;
    const requestId = this.#requestId();
    if (this.#windows.hasClientOwner && !this.#isStopping) {
      await new Promise((resolve) => setTimeout(resolve, APP_ENDS_MS));
    }
    await this.#endProcess(process);
    await this.#clientIsGone(requestId);
  }

  /** The request that is open or leads to what runs; null where there is none. */
  #requestId(): string | null {
    const { activity } = this.#consent.consent;
    return activity.phase === 'none' ? null : activity.request.requestId;
  }

  async #clientIsGone(requestId: string | null): Promise<void> {
    const { phase } = this.#consent.consent.activity;
    if (phase !== 'ending' || requestId === null || requestId !== this.#requestId()) return;
    await this.#consent.do({ type: 'client-gone', requestId, failure: null });
  }

  async #endProcess(known: ClientProcess | null): Promise<void> {
    if (known === null) return;
    await this.dependencies.endProcess(known);
    if (this.#consent.process === known) await this.#consent.setProcess(null);
  }

  #reportRefused(report: NewReport, status: number): void {
    const { requestId, about } = report;
    this.#logFailure(
      this.dependencies.audit.append('assistance-report-refused', 'back-office', { requestId, status }),
    );
    // The help desk does not know of an allowed session, so there is none.
    const isAllowed = about === 'answer' && report.body.decision === 'allowed';
    if (isAllowed && status === 409) this.withdrawn(requestId);
  }

  #status() {
    return assistanceStatusOf(this.#consent.consent, this.#consent.shown, {
      hasExpired: this.#consent.source !== null && this.#consent.consent.permission === null,
      client: this.#client,
    });
  }

  #publish(): void {
    this.dependencies.publish(this.#status());
  }

  #tickAgain(): void {
    const { permission, activity } = this.#consent.consent;
    const wanted = activity.phase !== 'none' ? BUSY_TICK_MS : permission === null ? 0 : QUIET_TICK_MS;
    if (wanted === this.#tickMs || this.#isStopping) return;
    this.#tickMs = wanted;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = wanted === 0 ? null : setInterval(() => this.#tick(), wanted);
    this.#timer?.unref();
  }

  #tick(): void {
    this.#logFailure(this.#consent.do({ type: 'time' }));
    if (this.#tickMs !== QUIET_TICK_MS) return;
    this.#logFailure(this.findClient());
    this.#ticks += 1;
    // A crash loses little time compared with a permission of hours.
    if (this.#ticks % TICKS_KEPT === 0) this.#logFailure(this.#consent.saveTime());
  }

  #logFailure(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    this.dependencies.log.error({ error }, 'remote assistance failed for a reason of this program');
  }
}
