/** The part wanted of an installer: all of it, or the bytes from `from` on of the version that `etag` names. */
export type FileWish = { releaseId: string; from: number; etag: string | null };

/**
 * The bytes received, beginning at `from`, which is 0 where the server began anew. `etag` is strong, null where
 * there is none. Reading on may throw an `AppError` with a connection reason.
 */
export type FilePart = { from: number; etag: string | null; chunks: AsyncIterable<Uint8Array> };

/**
 * Where releases come from: implemented by the back-office job, used by the update job, joined in the composition.
 * Every call may throw an `AppError` with a connection reason; nothing that comes is verified.
 */
export interface ReleaseSource {
  /** The signed index for a fresh nonce (22 characters base64url). */
  releaseIndex(nonce: string): Promise<Uint8Array>;
  /** Begins a download; `signal` ends it. */
  releaseFile(wish: FileWish, signal: AbortSignal): Promise<FilePart>;
}
