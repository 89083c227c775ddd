import { aligned, complaintOf } from '@electron/cli/command-answer';
import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { licenceRows } from '@electron/cli/licence-rows';
import { showFile } from '@electron/cli/show-licence-file';

/** `licence show [FILE]`: the licence in force, ends with 11 when there is none; or what a bare FlexNet file says. */
export const licenceShow: Command = async (context, { operands: [file] }) => {
  if (file !== undefined) return showFile(context, file);
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { licence, lastSignedProof, refusedLicence } = status;
  return {
    exitCode: licence === null ? EXIT.noLicence : EXIT.done,
    json: { licence, lastSignedProof, refusedLicence },
    text: licence === null ? '' : aligned(licenceRows(context, licence)),
    complaint: licence === null ? complaintOf(context.translate, 'no-licence') : '',
  };
};
