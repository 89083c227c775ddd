import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import { verifyLicence } from '@shared/domain/licence/format/verify-licence';
import { aligned } from '@electron/cli/command-answer';
import type { Command } from '@electron/cli/command-context';
import { licenceRows } from '@electron/cli/licence-rows';
import { verifyDocument, type Verdict, type VerifyGround } from '@electron/cli/verify-document';

/** Without a context file nothing is installed, and any serial number and host are taken. */
const verify = async (bytes: Uint8Array, ground: VerifyGround): Promise<Verdict<LicenceClaims>> => {
  const { given } = ground;
  const verdict = await verifyLicence(bytes, {
    keySet: ground.keySet,
    timeFloor: ground.timeFloor,
    product: given.product ?? ground.product,
    serialNumber: given.serialNumber ?? null,
    hostId: given.hostId ?? null,
    installedSequence: given.installedSequence ?? 0,
    installedSha256: given.installedSha256,
    installedExpiresOn: given.installedExpiresOn,
  });
  return 'claims' in verdict ? { outcome: verdict.outcome, claims: verdict.claims } : verdict;
};

/** `licence verify FILE`: all checks of a licence package, by the name of the first that fails. */
export const licenceVerify: Command = (context, parsed) =>
  verifyDocument(context, parsed, verify, (claims) => aligned(licenceRows(context, claims)));
