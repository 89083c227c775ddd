import type { HeldAnswer, HttpAnswer, HttpRequest } from '@electron/service/ports/http-client';
import type { BackOfficeHttpOptions } from '@electron/service/network/http/open-back-office-http';

/** The options of a transport, without those that are no JSON. */
export type WayOptions = Omit<BackOfficeHttpOptions, 'openSecret' | 'onProxy' | 'onChain'>;

type PlainRequest = Omit<HttpRequest, 'signal' | 'held'> & { held?: Omit<HeldAnswer, 'onPiece'> };

/** A request of a spec to the harness, one JSON document a line. */
export type Order = { id: number } & (
  | { does: 'open'; options: WayOptions }
  | { does: 'request'; client: number; request: PlainRequest }
  | { does: 'abort'; order: number }
  | { does: 'close'; client: number }
  | { does: 'memory' }
);

type Failure = { code: string; params: Record<string, string | number>; cause: string };

/** The answer; `body` of an answer is base64. */
export type Outcome = { id: number } & (
  | { ok: true; client?: number; answer?: Omit<HttpAnswer, 'body'> & { body: string }; kilobytes?: number }
  | { ok: false; failure: Failure }
);
