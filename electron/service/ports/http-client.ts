/** An answer that comes piece by piece because the other side holds it open on purpose. */
export type HeldAnswer = {
  /** Until its first byte, in ms. After that the call rejects with an {@link AnswerHeldBack} as the cause. */
  firstByteMs: number;
  /** Between two pieces, in ms. After that the connection counts as dead. */
  pauseMs: number;
  /** Called for each piece. */
  onPiece: () => void;
};

/** Something on the way keeps an answer back until it is complete: the cause of a `back-office-timed-out`. */
export class AnswerHeldBack extends Error {
  constructor() {
    super('nothing of the answer has come');
  }
}

/** One call to the back office. It is tried once: when to try again is decided above. */
export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT';
  /** Below the back office's address, with its query, already encoded: `/installations/abc/events?wait=50`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** The most that an answer may have, counted after decompression. */
  maxBytes: number;
  /** From the call to the last byte of the answer, in ms. */
  deadlineMs: number;
  /** Media types that a 2xx answer with a body may have. */
  accept: readonly string[];
  /** For an answer that is held open; the slowest pace does not apply to it. */
  held?: HeldAnswer;
  /** Ends the call at once; it then rejects with the signal's reason. */
  signal?: AbortSignal;
};

/** An answer, complete and within its limits; header names are in lower case. */
export type HttpAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
};

/** The download of a file of any size. Only its start has a deadline; after that its pace is watched. */
export type HttpDownload = Pick<HttpRequest, 'path' | 'headers' | 'signal'>;

/** The head of an answer with its body still to come; reading on may throw an `AppError` with a connection reason. */
export type HttpStream = Pick<HttpAnswer, 'status' | 'headers'> & {
  chunks: AsyncIterable<Uint8Array>;
  /** Gives up what has not been read. */
  end(): void;
};

/**
 * The way to one back office. Rejects with an `AppError` whose code is a connection reason; a request follows no redirect,
 * sends no cookie and no login.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Begins a download; follows at most three redirects, on the same host and port over HTTPS alone. */
  open(download: HttpDownload): Promise<HttpStream>;
  /** Ends every connection it holds open. */
  close(): Promise<void>;
}
