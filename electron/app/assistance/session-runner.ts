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
  /** The link to the service is gone: nobody watches over the session any more. */
  serviceLost(): void;
  /** Ends what runs, and resolves when it is gone. */
  stop(): Promise<void>;
}

type Running = { requestId: string; client: RunningClient };

const codeOf = (error: unknown): ErrorCode => (error instanceof AppError ? error.code : 'client-not-started');

export const createSessionRunner = ({ provider, service, log }: RunnerParts): SessionRunner => {
  let running: Running | null = null;
  /** The request whose client is being started; null again where it is over before it runs. */
  let starting: string | null = null;

  const answer = async (
    { requestId }: AssistanceQuestion,
    decision: 'allow' | 'deny' | 'cannot-show',
    language: Locale,
  ) => unwrapReply(await service().assistance.answer({ requestId, decision, language }));

  const report = async (requestId: string, failure: ErrorCode | null) => {
    try {
      await service().assistance.clientGone({ requestId, failure });
    } catch (error) {
      log.info({ error }, 'the end of the client could not be told');
    }
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

  const start = async (requestId: string, grant: string) => {
    starting = requestId;
    try {
      const launch = unwrapReply(await service().assistance.launch({ requestId, grant }));
      const client = await provider.start(launch);
      const isOver = (starting as string | null) !== requestId;
      const now = { requestId, client };
      running = now;
      if (isOver) {
        await end(now);
        return;
      }
      void watch(now);
      await service().assistance.started({ requestId, processId: client.processId });
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
      if (starting !== null && isOver(starting)) starting = null;
      if (running !== null && isOver(running.requestId)) endRunning();
    },
    serviceLost: () => {
      starting = null;
      endRunning();
    },
    stop: async () => {
      starting = null;
      if (running !== null) await running.client.stop();
    },
  };
};
