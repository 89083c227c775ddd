import { AppError } from '@shared/errors/app-error';
import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import type { KeptLicence } from '@shared/domain/licence/manual/manual-licence';
import { formatDay, formatMoment } from '@shared/i18n/format';
import { aligned, type Answer } from '@electron/cli/command-answer';
import { chooseLicenceServer } from '@electron/cli/choose-licence-server';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { placementAnswer } from '@electron/cli/install-answer';

const SHOWN = 12;
/** Long enough to mean one file, short enough to be typed. */
const PREFIX = /^[0-9a-f]{6,64}$/;

const describe = (kept: KeptLicence, { translate, locale }: CommandContext) => {
  if (!kept.isUsable) return translate('page.manual.history.unusable');
  const { fromPackage, expiresOn } = kept;
  return [
    fromPackage === null
      ? translate('page.manual.history.noNumber')
      : translate('page.manual.history.number', { sequence: fromPackage.sequence }),
    expiresOn === null
      ? translate('page.manual.history.perpetual')
      : translate('page.manual.history.until', { day: formatDay(expiresOn, locale) }),
  ].join(', ');
};

const list = (context: CommandContext, server: LicenceServerStatus, kept: KeptLicence[]): Answer => ({
  exitCode: EXIT.done,
  json: { licenceServerId: server.id, kept },
  text:
    kept.length === 0
      ? context.translate('page.manual.history.empty')
      : aligned(
          kept.map((one) => [
            one.backup.slice(0, SHOWN),
            `${formatMoment(one.keptAt, context.locale)}  ${describe(one, context)}`,
          ]),
        ),
  complaint: '',
});

const choose = (kept: readonly KeptLicence[], wanted: string | undefined): KeptLicence => {
  const found =
    wanted === undefined
      ? kept.find(({ isUsable, isInstalled }) => isUsable && !isInstalled)
      : kept.find(({ backup }) => PREFIX.test(wanted) && backup.startsWith(wanted));
  if (found === undefined) throw new AppError('backup-missing');
  return found;
};

/**
 * `licence restore [BACKUP]`: puts a kept licence file back on one licence server, the newest that is not in place
 * without BACKUP; `--list` shows them.
 */
export const licenceRestore: Command = async (context, { operands: [wanted], options }) => {
  const { translate } = context;
  const server = await chooseLicenceServer(context, options.server);
  const licenceServerId = server.id;
  const { kept } = await askService(context, 'viewer', (client) =>
    client.licence.history({ licenceServerId }),
  );
  if (options.list !== undefined) return list(context, server, kept);
  const { backup } = choose(kept, wanted?.toLowerCase());
  const reason = options.reason ?? translate('commandLicence.noReason');
  if (reason.trim() === '' || reason.length > 500) throw new AppError('usage-wrong', { detail: '--reason' });
  const placement = await askService(context, 'operator', (client) =>
    client.licence.restore({ licenceServerId, backup, reason }),
  );
  return placementAnswer(context, placement, {
    json: { licenceServerId, backup },
    text: translate('page.manual.restore.done', { name: server.name }),
  });
};
