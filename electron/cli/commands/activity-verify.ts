import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';

/** `activity verify`: reads the whole activity record again; ends with 1 and names the first record that does not hold. */
export const activityVerify: Command = async (context) => {
  const verdict = await askService(context, 'viewer', (client) => client.activity.verify());
  const { translate } = context;
  const { total, brokenAt } = verdict;
  return {
    exitCode: brokenAt === null ? EXIT.done : EXIT.other,
    json: verdict,
    text: brokenAt === null ? translate('commandLicence.recordWhole', { count: total }) : '',
    complaint: brokenAt === null ? '' : translate('commandLicence.recordBroken', { number: brokenAt }),
  };
};
