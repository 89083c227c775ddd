import { AppError } from '@shared/errors/app-error';
import type { FilePart, ReleaseSource } from '@electron/service/ports/release-source';
import { overLive, type LiveConnection } from './live-connection';

/** A file outlives the call that began it: when the connection is given up in between, that is told as such. */
async function* whileLive(connection: LiveConnection, { chunks }: FilePart): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (connection.signal.aborted) throw new AppError('back-office-unreachable', {}, error);
    throw error;
  }
}

/** Releases over the connection of the moment; without one every call throws `back-office-unreachable`. */
export const createReleaseSource = (live: () => LiveConnection | null): ReleaseSource => ({
  releaseIndex: (nonce) =>
    overLive(live(), ({ client, session, signal }) => client.releaseIndex(session, nonce, signal)),
  releaseFile: (wish, signal) =>
    overLive(live(), async (connection) => {
      const { client, session } = connection;
      const part = await client.releaseFile(session, wish, AbortSignal.any([connection.signal, signal]));
      return { ...part, chunks: whileLive(connection, part) };
    }),
});
