import { createHash } from 'node:crypto';
import { verifyReleaseIndex } from '@shared/domain/licence/format/verify-index';
import type { Release } from '@shared/domain/licence/format/licence-claims';
import type { ApiPromise } from './api-promise';
import { newNonce, refusedBy } from './licence-promises';
import { BrokenPromise, expectRefusal, learnedBefore, NotTried, sessionOf, type Play } from './play';

const operation = 'releaseFile';

const askIndex = async (play: Play): Promise<void> => {
  const nonce = newNonce();
  const bytes = await play.client.releaseIndex(sessionOf(play).session, nonce, play.signal);
  const context = { keySet: play.keySet, timeFloor: Date.now(), nonce };
  const verdict = await verifyReleaseIndex(bytes, { ...context, product: play.profile.product });
  if (!('claims' in verdict)) throw refusedBy('release index', verdict.outcome);
  if (verdict.claims.product === undefined) throw new BrokenPromise('It does not name the product.');
  play.learned.releases = verdict.claims.releases;
};

const plainNames = (play: Play): Promise<void> => {
  const releases = learnedBefore(play, 'releases');
  for (const { releaseId, fileName } of releases) {
    if (/[/\\:]/.test(fileName) || /^\.{1,2}$/.test(fileName)) {
      throw new BrokenPromise(`${releaseId}: ${fileName} is no plain file name.`);
    }
  }
  const ids = new Set(releases.map(({ releaseId }) => releaseId));
  if (ids.size < releases.length) throw new BrokenPromise('Two releases have the same releaseId.');
  return Promise.resolve();
};

/** The release whose file is tried: the smallest one. */
const triedRelease = (play: Play): Release => {
  const [smallest] = learnedBefore(play, 'releases').toSorted((a, b) => a.size - b.size);
  if (smallest === undefined) throw new NotTried('There is no release. Publish one, and run it again.');
  return smallest;
};

const openFile = (play: Play, from: number, etag: string | null = null) => {
  const { releaseId } = triedRelease(play);
  return play.client.releaseFile(sessionOf(play).session, { releaseId, from, etag }, play.signal);
};

const readFile = async (play: Play): Promise<void> => {
  const { size, sha256 } = triedRelease(play);
  const { chunks } = await openFile(play, 0);
  const hash = createHash('sha256');
  let received = 0;
  for await (const chunk of chunks) {
    received += chunk.byteLength;
    if (received > size) break;
    hash.update(chunk);
    play.learned.lastByte = chunk.at(-1) ?? play.learned.lastByte ?? 0;
  }
  if (received !== size) throw new BrokenPromise(`It has ${received} bytes, the index says ${size}.`);
  if (hash.digest('hex') !== sha256) throw new BrokenPromise('Its SHA-256 is not the one of the index.');
};

const goesOn = async (play: Play): Promise<void> => {
  const { size } = triedRelease(play);
  const lastByte = learnedBefore(play, 'lastByte');
  const part = await openFile(play, size - 1);
  let received = 0;
  let last: number | undefined;
  for await (const chunk of part.chunks) {
    received += chunk.byteLength;
    last = chunk.at(-1) ?? last;
  }
  if (received !== size - part.from || last !== lastByte) {
    throw new BrokenPromise('The part from the last byte on is not the end of the file.');
  }
};

const fromTheStart = async (play: Play, from: number, etag: string | null): Promise<void> => {
  const part = await openFile(play, from, etag);
  const reading = part.chunks[Symbol.asyncIterator]();
  await reading.next();
  // Ends the download.
  await reading.return?.();
  if (part.from !== 0) throw new BrokenPromise('The answer was a part of the file.');
};

/** The list of releases and their files. */
export const RELEASE_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation: 'releaseIndex', name: 'signed' },
    says: 'The release index is application/jose, at most 256 KiB, signed for this one nonce, with the product of the installation.',
    keeps: askIndex,
  },
  {
    ...{ operation: 'releaseIndex', name: 'plain-names' },
    says: 'A file name of the release index is a plain name, and no two releases have one releaseId.',
    keeps: plainNames,
  },
  {
    ...{ operation: 'releaseIndex', name: 'token-needed' },
    says: 'The release index without a token is refused with 401 token-invalid.',
    keeps: async (play) => {
      const path = sessionOf(play).below(`/release-index?nonce=${newNonce()}`);
      expectRefusal(await play.send('GET', path, { accept: ['application/jose'] }), [401], ['token-invalid']);
    },
  },
  {
    ...{ operation, name: 'as-the-index-says' },
    says: 'The installer has the size and the SHA-256 of the release index.',
    keeps: readFile,
  },
  {
    ...{ operation, name: 'goes-on' },
    says: 'With Range the answer is 206 with the part from the first byte that was asked for, or 200 with the whole file.',
    keeps: goesOn,
  },
  {
    ...{ operation, name: 'changed-file' },
    says: 'With an If-Range that is not the ETag of the file the answer is the whole file.',
    keeps: (play) => fromTheStart(play, 1, '"no-version-of-this-file"'),
  },
  {
    ...{ operation, name: 'no-such-part' },
    says: 'A Range behind the end of the file is answered with 416, or with the whole file.',
    keeps: (play) => fromTheStart(play, triedRelease(play).size, null),
  },
];
