import { verifyLicenceIndex, verifyReleaseIndex } from '@shared/domain/licence/format/verify-index';
import type { Command } from '@electron/cli/command-context';
import { verifyDocument } from '@electron/cli/verify-document';

/** `index verify FILE`: all checks of a licence index or a release index; the nonce that was sent comes with the context. */
export const indexVerify: Command = (context, parsed) =>
  verifyDocument(context, parsed, async (bytes, { keySet, timeFloor, given }) => {
    const ground = { keySet, timeFloor, nonce: given.nonce ?? '' };
    const asLicence = await verifyLicenceIndex(bytes, {
      ...ground,
      serialNumber: given.serialNumber ?? null,
    });
    const verdict = asLicence.outcome === 'wrong-type' ? await verifyReleaseIndex(bytes, ground) : asLicence;
    return 'claims' in verdict ? { outcome: verdict.outcome, claims: verdict.claims } : verdict;
  });
