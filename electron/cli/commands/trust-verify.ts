import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import type { Command } from '@electron/cli/command-context';
import { verifyDocument } from '@electron/cli/verify-document';

/** `trust verify FILE`: all checks of a key set; without a stored version in the context the vendor profile's set is in force. */
export const trustVerify: Command = (context, parsed) =>
  verifyDocument(
    context,
    parsed,
    async (bytes, { roots, threshold, keySet, keySetSha256, timeFloor, given }) => {
      const inForce =
        given.storedVersion === undefined
          ? { storedVersion: keySet.version, storedSha256: keySetSha256 }
          : { storedVersion: given.storedVersion };
      const verdict = await verifyKeySet(bytes, { roots, threshold, timeFloor, ...inForce });
      return 'keySet' in verdict ? { outcome: verdict.outcome, claims: verdict.keySet } : verdict;
    },
  );
