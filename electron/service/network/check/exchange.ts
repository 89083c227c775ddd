import type { Clock } from '@shared/domain/time/clock';
import type { HttpAnswer, HttpClient } from '@electron/service/ports/http-client';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { PresentedChain } from '@electron/service/network/certificates/presented-chain';
import type { TransportObserver } from './check-dependencies';

const KEY_SET = {
  method: 'GET',
  path: '/key-set',
  accept: ['application/jose+json'],
  maxBytes: 512 * 1024,
  /** Each stage that waits for it has a deadline of its own. */
  deadlineMs: 40_000,
} as const;

/** Codes that only the other end of an established connection can send. */
const SAID_BY_THE_OTHER_END: readonly ErrorCode[] = [
  'sign-in-page',
  'redirect-refused',
  'answer-too-large',
  'answer-too-slow',
  'answer-unusable',
];

const isProxyTrouble = (error: Error) => error instanceof AppError && error.code.startsWith('proxy-');

/** The answer of the back office, and when it came, in ms since the epoch. */
interface Answered {
  answer: HttpAnswer;
  at: number;
}

/** One request to the back office whose way is watched: past the proxy, through TLS, to the answer. */
export interface Exchange {
  /** Resolves when the proxy has let it through; rejects with what the proxy said. */
  tunnelled: () => Promise<void>;
  /** Resolves when TLS stands; null = there is none. Rejects with what was wrong with it. */
  secured: () => Promise<PresentedChain | null>;
  /** How the proxy server has asked for the login; null = it has not. */
  login: () => string | null;
  /** The chain that was presented so far, good or bad. */
  chain: () => PresentedChain | null;
  answered: () => Promise<Answered>;
}

/**
 * Asks for the key set, which needs no token and is signed, so that it tells the back office from anybody else who
 * answers. `open` is called at once; nothing is thrown here, each stage meets its own part of what goes wrong.
 */
export const beginExchange = (
  open: (watch: TransportObserver) => Promise<HttpClient>,
  clock: Clock,
  signal: AbortSignal,
): Exchange => {
  let seen: PresentedChain | null = null;
  let login: string | null = null;
  let show: (chain: PresentedChain) => void = () => undefined;
  const presented = new Promise<PresentedChain>((resolve) => (show = resolve));
  const ask = async (): Promise<Answered> => {
    const http = await open({
      onChain: (chain) => {
        seen = chain;
        show(chain);
      },
      onLogin: (scheme) => (login = scheme),
    });
    try {
      const answer = await http.request({ ...KEY_SET, signal });
      return { answer, at: clock.now() };
    } finally {
      await http.close();
    }
  };
  const answer = ask();
  answer.catch(() => undefined);
  const settled = answer.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new AppError('internal', {}, error)),
  );
  return {
    tunnelled: async () => {
      const error = await Promise.race([presented.then(() => null), settled]);
      if (error !== null && isProxyTrouble(error)) throw error;
    },
    secured: async () => {
      const first = await Promise.race([presented, settled.then(() => null)]);
      if (first?.isTrusted === true) return first;
      const error = await settled;
      const isBehindTls = error instanceof AppError && SAID_BY_THE_OTHER_END.includes(error.code);
      if (error === null || isBehindTls) return seen;
      throw error;
    },
    login: () => login,
    chain: () => seen,
    answered: () => answer,
  };
};
