import type { KnownEvent } from '@shared/back-office/answers';
import { AppError } from '@shared/errors/app-error';
import type { AssistanceEvents, ConnectionDependencies } from './connection-dependencies';
import { AnswerHeldBack } from '@electron/service/ports/http-client';
import {
  PLAIN_WAIT_SECONDS,
  type BackOfficeClient,
  type EventsReply,
} from '@electron/service/back-office/client/back-office-client';
import type { BackOfficeSession } from '@electron/service/back-office/client/back-office-session';
import type { Delivery, EventInbox } from './event-inbox';
import { wait } from '@electron/service/back-office/retry/wait';

/** A poll that is answered sooner than this was not held open. */
const QUICK_MS = 1000;
const QUICK_FREE = 3;
const PACE_STEP_MS = 250;
/** A new licence is to be in place within 3 s, also from a back office that never holds a poll open. */
const PACE_CAP_MS = 2000;
/** Events that come one by one are fetched as they come, up to this. */
const PACE_CAP_WITH_NEWS_MS = 1000;

export type EventActions = {
  /** The heartbeat, which goes between two polls where it can. */
  heartbeat: { untilNext: () => number; takeTurn: (signal: AbortSignal) => Promise<void> };
  sendStatusNow: () => void;
  licenceAvailable: () => void;
  releaseAvailable: () => void;
  /** Resolves when the end of the registration is on disk. */
  registrationEnded: (reason: string) => Promise<void>;
  assistance: AssistanceEvents;
};

type Dependencies = Pick<ConnectionDependencies, 'audit' | 'log' | 'clock' | 'pollAnswered'>;

/** The text in English where there is one, else the first. */
const textOf = (texts: Readonly<Record<string, string>>) =>
  (texts['en-GB'] ?? texts['en'] ?? Object.values(texts)[0] ?? '').slice(0, 1000);

/** A back office that was set back may not know the cursor it once gave; then reading begins with its oldest event. */
const isCursorRefusal = (error: unknown) => {
  if (!(error instanceof AppError)) return false;
  const { status } = error.params;
  if (!['back-office-error', 'back-office-not-there'].includes(error.code)) return false;
  return typeof status === 'number' && status >= 400 && status < 500;
};

/** Waits for events and sees to each of them once. */
export class EventPoll {
  /** Answers in a row that came at once: a back office that never holds a poll is not asked without a pause. */
  #quickInARow = 0;
  /** What the back office allows, in seconds; null where it allows no more than usual, or the way keeps answers back. */
  #allowed: number | null = null;
  #isWayOpen = true;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly inbox: EventInbox,
    private readonly actions: EventActions,
  ) {}

  /** Reads waiting events without holding the poll: this proves that the poll works. */
  async first(client: BackOfficeClient, session: BackOfficeSession, signal: AbortSignal): Promise<void> {
    this.#isWayOpen = true;
    await this.#accept(session, await this.#next(0, client, session, signal));
  }

  async run(client: BackOfficeClient, session: BackOfficeSession, signal: AbortSignal): Promise<never> {
    for (;;) {
      if (this.#allowed !== null) await this.actions.heartbeat.takeTurn(signal);
      const askedAt = this.dependencies.clock.now();
      const answer = await this.#hold(client, session, signal);
      const hasNews = await this.#accept(session, answer);
      this.dependencies.pollAnswered();
      const tookMs = this.dependencies.clock.now() - askedAt;
      await this.#pace(tookMs, hasNews ? PACE_CAP_WITH_NEWS_MS : PACE_CAP_MS, signal);
    }
  }

  /** A poll as long as is allowed, but no longer than until the next heartbeat: one connection is enough for both. */
  async #hold(
    client: BackOfficeClient,
    session: BackOfficeSession,
    signal: AbortSignal,
  ): Promise<EventsReply> {
    if (this.#allowed === null) return this.#next(PLAIN_WAIT_SECONDS, client, session, signal);
    const untilHeartbeat = Math.ceil(this.actions.heartbeat.untilNext() / 1000);
    const waitSeconds = Math.min(this.#allowed, Math.max(PLAIN_WAIT_SECONDS, untilHeartbeat));
    try {
      return await this.#next(waitSeconds, client, session, signal);
    } catch (error) {
      if (!(error instanceof AppError && error.cause instanceof AnswerHeldBack)) throw error;
      // Either something on the way waits for the whole answer, or nobody is there any more: this tells which.
      this.#isWayOpen = false;
      return this.#next(0, client, session, signal);
    }
  }

  async #next(
    waitSeconds: number,
    client: BackOfficeClient,
    session: BackOfficeSession,
    signal: AbortSignal,
  ) {
    const after = await this.inbox.open(session.installationId);
    try {
      return await client.nextEvents(
        session,
        { after, waitSeconds, onBlank: () => this.dependencies.pollAnswered() },
        signal,
      );
    } catch (error) {
      if (after !== null && isCursorRefusal(error)) this.inbox.forgetCursor();
      throw error;
    }
  }

  async #pace(tookMs: number, capMs: number, signal: AbortSignal): Promise<void> {
    this.#quickInARow = tookMs < QUICK_MS ? this.#quickInARow + 1 : 0;
    if (this.#quickInARow <= QUICK_FREE) return;
    await wait(Math.min(capMs, PACE_STEP_MS * 2 ** (this.#quickInARow - QUICK_FREE)), signal);
  }

  async #accept({ installationId }: BackOfficeSession, answer: EventsReply): Promise<boolean> {
    this.#allowed = this.#isWayOpen ? (answer.waitSeconds ?? null) : null;
    const { delivery, saved } = this.inbox.take(installationId, answer);
    await saved.catch((error: unknown) => {
      this.dependencies.log.error({ error }, 'The place in the events cannot be saved');
    });
    await this.#noteSkipped(delivery);
    for (const event of delivery.events) await this.#see(event);
    return delivery.events.length > 0;
  }

  async #noteSkipped({ skipped, unreadable }: Delivery): Promise<void> {
    for (const type of new Set(skipped)) {
      const count = skipped.filter((other) => other === type).length;
      await this.dependencies.audit.append('event-skipped', 'back-office', { type, count });
    }
    if (unreadable > 0) this.dependencies.log.warn({ unreadable }, 'Entries that are no events were skipped');
  }

  async #see(event: KnownEvent): Promise<void> {
    switch (event.type) {
      case 'check-in':
        this.actions.sendStatusNow();
        return;
      case 'licence-available':
        this.actions.licenceAvailable();
        return;
      case 'release-available':
        this.actions.releaseAvailable();
        return;
      case 'announcement': {
        const { severity, title, body, link } = event;
        const detail = {
          severity,
          title: textOf(title),
          body: textOf(body),
          link: link?.slice(0, 1000) ?? null,
        };
        await this.dependencies.audit.append('announcement', 'back-office', detail);
        return;
      }
      case 'assistance-requested':
        this.actions.assistance.requested(event);
        return;
      case 'assistance-withdrawn':
        this.actions.assistance.withdrawn(event.requestId);
        return;
      case 'assistance-ended':
        this.actions.assistance.ended(event.requestId);
        return;
      case 'registration-ended':
        await this.actions.registrationEnded(event.reason);
        throw new AppError('registration-ended');
    }
  }
}
