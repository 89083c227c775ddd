import type { BackOfficeClient, StatusReply } from '@electron/service/back-office/client/back-office-client';
import type { BackOfficeSession } from '@electron/service/back-office/client/back-office-session';
import type { ConnectionDependencies } from './connection-dependencies';
import { spread } from '@electron/service/back-office/retry/backoff';
import { statusReportOf, comparablePartOf } from './status-report';
import { Alarm, wait } from '@electron/service/back-office/retry/wait';

/** Changes that come in one go are told at once, together. */
const DEBOUNCE_MS = 500;
/** One that is due so soon is sent as soon as the connection of the long poll is free: it needs none of its own then. */
const SOON_MS = 15_000;

type Dependencies = Pick<ConnectionDependencies, 'status' | 'facts' | 'clock' | 'random' | 'auditEnd'>;

/** Says how this installation is: on connect, when something worth telling has changed, when asked, and at intervals. */
export class Heartbeat {
  readonly #alarm = new Alarm();
  #lastSent: string | null = null;
  /** The record of the audit log that the back office asked to hear of again. */
  #auditHeld: number | null = null;
  /** When the next one is due, on the clock of the machine, and after which pause. */
  #due = { at: 0, pauseMs: 0 };
  #isBeating = false;
  #turnTaken: (() => void) | null = null;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly report: (answer: StatusReply, askedAt: number) => void,
  ) {}

  /** The status may have changed: it is sent when it says something new. */
  statusChanged(): void {
    if (this.#lastSent !== null && comparablePartOf(this.#current()) !== this.#lastSent) this.#alarm.wake();
  }

  sendNow(): void {
    this.#alarm.wake();
  }

  /** In ms; a clock that is put right makes it no longer than the pause itself. */
  untilNext(): number {
    return Math.min(this.#due.pauseMs, Math.max(0, this.#due.at - this.dependencies.clock.now()));
  }

  /** Between two polls: sends the heartbeat that is due soon, and resolves when it has been answered. */
  async takeTurn(signal: AbortSignal): Promise<void> {
    if (this.#isBeating || this.#due.pauseMs === 0 || this.untilNext() > SOON_MS) return;
    await new Promise<void>((resolve) => {
      this.#turnTaken = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
      this.#alarm.wake();
    });
  }

  /** One heartbeat; gives the seconds until the next. */
  async beat(client: BackOfficeClient, session: BackOfficeSession, signal: AbortSignal): Promise<number> {
    this.#isBeating = true;
    try {
      return await this.#beat(client, session, signal);
    } finally {
      this.#isBeating = false;
    }
  }

  async #beat(client: BackOfficeClient, session: BackOfficeSession, signal: AbortSignal): Promise<number> {
    this.#alarm.clear();
    const current = this.#current();
    const askedAt = this.dependencies.clock.now();
    const auditLog = await this.dependencies.auditEnd(this.#auditHeld);
    const report = auditLog === null ? current : { ...current, auditLog };
    const answer = await client.reportStatus(session, report, signal);
    this.#auditHeld = answer.auditLogHeld ?? null;
    this.#lastSent = comparablePartOf(current);
    this.report(answer, askedAt);
    // Changes made while this one was being sent.
    this.statusChanged();
    return answer.heartbeatSeconds;
  }

  async run(
    client: BackOfficeClient,
    session: BackOfficeSession,
    seconds: number,
    signal: AbortSignal,
  ): Promise<never> {
    for (let interval = seconds; ;) {
      const pauseMs = spread(interval * 1000, this.dependencies.random);
      this.#due = { at: this.dependencies.clock.now() + pauseMs, pauseMs };
      const why = await this.#alarm.wait(pauseMs, signal);
      if (why === 'woken' && this.#turnTaken === null) await wait(DEBOUNCE_MS, signal);
      interval = await this.beat(client, session, signal);
      this.#turnTaken?.();
      this.#turnTaken = null;
    }
  }

  #current() {
    const { status, facts, clock } = this.dependencies;
    return statusReportOf(status(), facts.serviceVersion, clock.now());
  }
}
