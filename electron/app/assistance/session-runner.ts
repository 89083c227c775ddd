import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { AssistanceQuestion, AssistanceStatus } from '@shared/domain/assistance/assistance';
import type { Locale } from '@shared/domain/settings/locales';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { AssistanceProvider, RunningClient } from '@electron/platform/remote-client';
import { unwrapReply } from '../unwrap-reply';

export interface RunnerParts {
  provider: AssistanceProvider;
  /** Throws `service-stopped` while there is no link. */
  service: () => ServiceClient;
  log: { info: (fields: object, message: string) => void; warn: (fields: object, message: string) => void };
}

/** The app's part in a session: carries answers to the service, and runs the client for as long as the service lets it. */
export interface SessionRunner {
  /** Resolves when the client runs. Throws why it does not. */
  allow(question: AssistanceQuestion, language: Locale): Promise<void>;
  deny(question: AssistanceQuestion, language: Locale): Promise<void>;
  /** There is no screen to ask on, or it is locked. */
  cannotShow(question: AssistanceQuestion, language: Locale): Promise<void>;
  /** A session that is over, or that the service does not know, ends here at once. */
  statusChanged(status: AssistanceStatus): void;
  /** There is a link, again or for the first time: what runs here goes on where the service lets it. */
  linked(): Promise<void>;
  /** The link to the service is gone and does not come back: nobody watches over the session any more. */
  serviceLost(): void;
  /** Ends what runs, also without a link; false where nothing does. */
  endHere(): Promise<boolean>;
  /** Ends what runs, and resolves when it is gone. */
  stop(): Promise<void>;
}

type Running = { requestId: string; client: RunningClient; lifeline: string };
/** `lifeline` null = the service has not let the client start yet. */
type Starting = { requestId: string; lifeline: string | null };
type ClientEnd = { requestId: string; failure: ErrorCode | null };

/** Ends that could not be told are kept until there is a link again, the newest of them. */
const MOST_UNTOLD = 10;

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'client-not-started');

export const createSessionRunner = ({ provider, service, log }: RunnerParts): SessionRunner => {
  let running: Running | null = null;
  /** The request whose client is being started; null again where it is over before it runs. */
  let starting: Starting | null = null;
  let untold: ClientEnd[] = [];

  const answer = async (
    { requestId }: AssistanceQuestion,
    decision: 'allow' | 'deny' | 'cannot-show',
    language: Locale,
  ) => unwrapReply(await service().assistance.answer({ requestId, decision, language }));

  const isTold = async (ended: ClientEnd) => {
    try {
      const reply = await service().assistance.clientGone(ended);
      return reply.ok || reply.error.code !== 'service-stopped';
    } catch (error) {
      log.info({ error }, 'the end of the client could not be told yet');
      return false;
    }
  };

  const report = async (requestId: string, failure: ErrorCode | null) => {
    const ended = { requestId, failure };
    if (!(await isTold(ended))) untold = [...untold, ended].slice(-MOST_UNTOLD);
  };

  const end = async ({ requestId, client }: Running) => {
    await client.stop();
    if (running?.requestId === requestId) running = null;
    await report(requestId, null);
  };

  const watch = async (now: Running) => {
    await now.client.ended;
    if (running !== now) return;
    running = null;
    await report(now.requestId, null);
  };

  /** That the link breaks here is no failure: over the next one the session is resumed with its process. */
  const tellStarted = async (requestId: string, processId: number) => {
    try {
      await service().assistance.started({ requestId, processId });
    } catch (error) {
      log.info({ error }, 'the start of the client could not be told yet');
    }
  };

  const isStarting = (requestId: string) => starting?.requestId === requestId;

  const start = async (requestId: string, grant: string) => {
    starting = { requestId, lifeline: null };
    try {
      const launch = unwrapReply(await service().assistance.launch({ requestId, grant }));
      const { lifeline } = launch;
      if (isStarting(requestId)) starting = { requestId, lifeline };
      const client = await provider.start(launch);
      const now = { requestId, client, lifeline };
      running = now;
      if (!isStarting(requestId)) {
        await end(now);
        return;
      }
      void watch(now);
      await tellStarted(requestId, client.processId);
    } catch (error) {
      await report(requestId, codeOf(error));
      throw error;
    } finally {
      starting = null;
    }
  };

  const endRunning = () => {
    if (running !== null)
      void end(running).catch((error: unknown) => log.warn({ error }, 'the client did not end'));
  };

  const resume = async () => {
    const held = running ?? starting;
    if (held?.lifeline == null) return;
    const { requestId, lifeline } = held;
    const processId = running?.client.processId ?? null;
    const reply = await service().assistance.resume({ requestId, lifeline, processId });
    // A link that has broken once more is no answer.
    if (reply.ok || reply.error.code === 'service-stopped') return;
    if (isStarting(requestId)) starting = null;
    if (running?.requestId === requestId) endRunning();
  };

  return {
    allow: async (question, language) => {
      const { grant } = await answer(question, 'allow', language);
      if (grant !== null) await start(question.requestId, grant);
    },
    deny: async (question, language) => {
      await answer(question, 'deny', language);
    },
    cannotShow: async (question, language) => {
      await answer(question, 'cannot-show', language);
    },
    statusChanged: ({ session }) => {
      const isOver = (requestId: string) => session?.requestId !== requestId || session.state === 'ending';
      // Each for itself: the client of the last session may still be ending while the next one starts.
      if (starting !== null && isOver(starting.requestId)) starting = null;
      if (running !== null && isOver(running.requestId)) endRunning();
    },
    linked: async () => {
      const ends = untold;
      untold = [];
      for (const { requestId, failure } of ends) await report(requestId, failure);
      await resume();
    },
    serviceLost: () => {
      starting = null;
      endRunning();
    },
    endHere: async () => {
      const isAnything = running !== null || starting !== null;
      starting = null;
      if (running !== null) await end(running);
      return isAnything;
    },
    stop: async () => {
      starting = null;
      if (running !== null) await running.client.stop();
    },
  };
};
