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
  /** Ends the call at once; it then rejects with the signal's reason. */
  signal?: AbortSignal;
};

/** An answer, complete and within its limits; header names are in lower case. */
export type HttpAnswer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
};

/**
 * The way to one back office. Rejects with an `AppError` whose code is a connection reason; never follows a redirect,
 * sends no cookie and no login.
 */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  /** Ends every connection it holds open. */
  close(): Promise<void>;
}
