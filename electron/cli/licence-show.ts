import { aligned, complaintOf } from './answer';
import { askService, type Command } from './command-context';
import { EXIT } from './exit-codes';
import { licenceRows } from './licence-rows';

/** `licence show`: the licence in force; ends with 11 when there is none. */
export const licenceShow: Command = async (context) => {
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { licence, lastSignedProof, refusedLicence } = status;
  return {
    exitCode: licence === null ? EXIT.noLicence : EXIT.done,
    json: { licence, lastSignedProof, refusedLicence },
    text: licence === null ? '' : aligned(licenceRows(context, licence)),
    complaint: licence === null ? complaintOf(context.translate, 'no-licence') : '',
  };
};
