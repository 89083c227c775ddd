import type { HttpAnswer, HttpRequest } from '@electron/service/ports/http-client';
import type { BackOfficeHttpOptions } from '@electron/service/network/http/open-back-office-http';

/** What a way is opened with, without what cannot be written down. */
export type WayOptions = Omit<BackOfficeHttpOptions, 'openSecret' | 'onProxy' | 'onChain'>;

/** What a spec asks of the harness, one JSON document a line. */
export type Order = { id: number } & (
  | { does: 'open'; options: WayOptions }
  | { does: 'request'; client: number; request: Omit<HttpRequest, 'signal'> }
  | { does: 'abort'; order: number }
  | { does: 'close'; client: number }
  | { does: 'memory' }
);

type Failure = { code: string; params: Record<string, string | number>; cause: string };

/** What it answers; `body` of an answer is base64. */
export type Outcome = { id: number } & (
  | { ok: true; client?: number; answer?: Omit<HttpAnswer, 'body'> & { body: string }; kilobytes?: number }
  | { ok: false; failure: Failure }
);
