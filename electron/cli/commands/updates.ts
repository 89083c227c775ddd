import type { ReleaseList } from '@shared/domain/updates/update';
import { aligned, type CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';

const rowsOf = ({ releases }: ReleaseList, { translate }: CommandContext) =>
  releases.map(
    ({ version, releasedOn, standing, severity }) =>
      [
        version,
        [
          releasedOn,
          translate(`page.updates.standing.${standing}`),
          severity === 'security' ? translate('page.updates.security') : [],
        ]
          .flat()
          .join(', '),
      ] as const,
  );

/** `updates list`: the releases of the last signed index, newest first. */
export const updatesList: Command = async (context) => {
  const list = await askService(context, 'viewer', (client) => client.updates.list());
  const nothing = list.checkedAt === null ? 'notAsked' : 'upToDate';
  const text =
    list.releases.length === 0
      ? context.translate(`page.updates.${nothing}.title`)
      : aligned(rowsOf(list, context));
  return { exitCode: EXIT.done, json: list, text, complaint: '' };
};

const told = async (context: CommandContext): Promise<CommandAnswer> => {
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { offered, download } = status.updates;
  const text = [offered?.version ?? [], context.translate(`page.updates.download.${download.state}`)]
    .flat()
    .join(': ');
  return { exitCode: EXIT.done, json: status.updates, text, complaint: '' };
};

/** `updates check`: asks the back office for the newest releases now. */
export const updatesCheck: Command = async (context, given) => {
  await askService(context, 'operator', (client) => client.updates.check());
  return updatesList(context, given);
};

/** `updates download`: fetches the offered release, or goes on with it. */
export const updatesDownload: Command = async (context) => {
  await askService(context, 'operator', (client) => client.updates.download());
  return told(context);
};

/** `updates pause`: what is here stays. */
export const updatesPause: Command = async (context) => {
  await askService(context, 'operator', (client) => client.updates.pause());
  return told(context);
};
