import { randomBytes, randomUUID } from 'node:crypto';
import { AppError } from '@shared/errors/app-error';
import { matchesIndex, verifyLicenceIndex } from '@shared/domain/licence/format/verify-index';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { verifyLicence } from '@shared/domain/licence/format/verify-licence';
import type { ApiPromise } from './api-promise';
import { BrokenPromise, expectRefusal, learnedBefore, NotTried, sessionOf, type Play } from './play';

export const newNonce = () => randomBytes(16).toString('base64url');

export const refusedBy = (what: string, outcome: string) =>
  new BrokenPromise(`The installation refuses the ${what}: ${outcome}.`);

const NO_LICENCE = 'There is no licence for this serial number. Issue one, and run it again.';

const readKeySet = async (play: Play): Promise<void> => {
  const { roots, threshold } = play.profile;
  const bytes = await play.client.keySet(play.signal);
  const context = { roots, threshold, storedVersion: play.keySet.version - 1, timeFloor: Date.now() };
  const verdict = await verifyKeySet(bytes, context);
  if (!('keySet' in verdict)) throw refusedBy('key set', verdict.outcome);
  play.keySet = verdict.keySet;
};

const askIndex = async (play: Play): Promise<void> => {
  const { session } = sessionOf(play);
  const nonce = newNonce();
  const bytes = await play.client.licenceIndex(session, nonce, play.signal).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'no-licence') throw new NotTried(NO_LICENCE);
    throw error;
  });
  const { keySet, serialNumber } = play;
  const verdict = await verifyLicenceIndex(bytes, { keySet, timeFloor: Date.now(), nonce, serialNumber });
  if (!('claims' in verdict)) throw refusedBy('licence index', verdict.outcome);
  play.learned.licenceIndex = verdict.claims;
};

const readPackage = async (play: Play): Promise<void> => {
  const index = learnedBefore(play, 'licenceIndex');
  const bytes = await play.client.licencePackage(sessionOf(play).session, index.licenceId, play.signal);
  if (!(await matchesIndex(bytes, index))) {
    throw new BrokenPromise('Its size or SHA-256 is not the one that the index describes.');
  }
  const { keySet, serialNumber, profile } = play;
  const context = { keySet, timeFloor: Date.now(), hostId: null, installedSequence: 0 };
  const verdict = await verifyLicence(bytes, { ...context, product: profile.product, serialNumber });
  if (!('claims' in verdict)) throw refusedBy('licence package', verdict.outcome);
  const { licenceId, sequence } = verdict.claims;
  if (licenceId !== index.licenceId || sequence !== index.sequence) {
    throw new BrokenPromise('Its licenceId or sequence is not the one of the index.');
  }
};

const reportTwice = async (play: Play): Promise<void> => {
  const { token, below } = sessionOf(play);
  const { licenceId, sequence } = learnedBefore(play, 'licenceIndex');
  const results = [{ licenceServerId: 'conformance-run', name: 'Conformance run', outcome: 'waiting' }];
  const body = { licenceId, sequence, verdict: 'accepted', results };
  const call = { token, body, key: randomUUID() };
  for (const which of ['first', 'second']) {
    const { status } = await play.send('POST', below('/licence-reports'), call);
    if (status !== 204) {
      throw new BrokenPromise(`The ${which} of two reports with one Idempotency-Key got ${status}, not 204.`);
    }
  }
};

/** The key set, and licences from the index to the report. */
export const LICENCE_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation: 'licenceIndex', name: 'signed' },
    says: 'The licence index is application/jose, at most 16 KiB, signed by a key of the set for this one nonce and serial number.',
    keeps: askIndex,
  },
  {
    ...{ operation: 'licenceIndex', name: 'fresh' },
    says: 'A second question with another nonce gets an index of its own.',
    keeps: askIndex,
  },
  {
    ...{ operation: 'licenceIndex', name: 'token-needed' },
    says: 'The licence index without a token is refused with 401 token-invalid.',
    keeps: async (play) => {
      const path = sessionOf(play).below(`/licence-index?nonce=${newNonce()}`);
      expectRefusal(await play.send('GET', path, { accept: ['application/jose'] }), [401], ['token-invalid']);
    },
  },
  {
    ...{ operation: 'licence', name: 'as-the-index-says' },
    says: 'The licence package is application/jose, at most 64 KiB, byte for byte the one of the index, and signed.',
    keeps: readPackage,
  },
  {
    ...{ operation: 'licence', name: 'unknown' },
    says: 'A licence that there is not is refused with 404.',
    keeps: async (play) => {
      const { token } = sessionOf(play);
      const call = { token, accept: ['application/jose'] };
      expectRefusal(await play.send('GET', `/licences/${randomUUID()}`, call), [404]);
    },
  },
  {
    ...{ operation: 'licence', name: 'token-needed' },
    says: 'A licence package without a token is refused with 401 token-invalid.',
    keeps: async (play) => {
      const { licenceId } = learnedBefore(play, 'licenceIndex');
      const call = { accept: ['application/jose'] };
      expectRefusal(await play.send('GET', `/licences/${licenceId}`, call), [401], ['token-invalid']);
    },
  },
  {
    ...{ operation: 'reportLicence', name: 'idempotency-key' },
    says: 'A licence report is taken with 204, and again with the same Idempotency-Key.',
    keeps: reportTwice,
  },
];

/** Asked first: what is signed later is judged by this key set. */
export const KEY_SET_PROMISES: readonly ApiPromise[] = [
  {
    ...{ operation: 'keySet', name: 'signed' },
    says: 'The key set needs no token, is application/jose+json, at most 512 KiB, signed by enough root keys and no older than that of the profile.',
    keeps: readKeySet,
  },
];
