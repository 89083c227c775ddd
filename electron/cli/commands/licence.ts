import path from 'node:path';
import { calendarOf } from '@shared/domain/licence/calendar-file';
import type { Status } from '@shared/domain/status/status';
import { AppError } from '@shared/errors/app-error';
import { calendarWords } from '@shared/i18n/date-words';
import { poolWords } from '@shared/i18n/pool-words';
import type { Translate } from '@shared/i18n/translator';
import { aligned, complaintOf, flawWords } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import type { FileInPlace } from '@electron/cli/command-outputs';
import { EXIT } from '@shared/errors/exit-codes';
import { licenceRows } from '@electron/cli/licence-rows';
import { showLicenceFile } from '@electron/cli/show-licence-file';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';
import { saveCopy } from '@electron/platform/private-files';
import { readVendorProfile } from '@electron/vendor/vendor-profile';

/** Whether the file that lies on a licence server is the one to be there, not one that waits to be replaced. */
const isInUse = ({ state }: Status['licenceServers'][number]): boolean =>
  state === 'unusable' || state === 'kept-by-hand';

/** Why the licence in use is of no use: it is over, or no licence server can read or use its file; null = it is of use. */
const whyUnusable = ({ licenceServers, notices }: Status, translate: Translate): string | null => {
  const flawed = licenceServers.find((server) => isInUse(server) && server.flaw !== null);
  if (flawed?.flaw) return `${flawed.name}: ${flawWords(flawed.flaw, translate)}`;
  const unreadable = licenceServers.find(({ reason }) => reason === 'licence-file-unreadable');
  if (unreadable) return `${unreadable.name}: ${complaintOf(translate, 'licence-file-unreadable')}`;
  const expired = notices.find(({ code }) => code === 'licence-expired');
  return expired === undefined ? null : complaintOf(translate, expired.code, expired.params);
};

const filesIn = ({ licenceServers }: Status): FileInPlace[] =>
  licenceServers.flatMap(({ id, name, installed }) => {
    if (installed === null) return [];
    const { serialNumbers, expiresOn, features, moreFeatures } = installed;
    return [{ licenceServerId: id, name, serialNumbers, expiresOn, features, moreFeatures }];
  });

/** What the file on each licence server grants, a line for each feature and pool. */
const fileRows = (files: readonly FileInPlace[], { translate, locale }: CommandContext) =>
  files.flatMap(({ name, serialNumbers, features, moreFeatures }) => [
    [translate('commandLine.label.licenceServer'), [name, ...serialNumbers].join(', ')] as const,
    ...features.map((pool) => ['', poolWords(pool, { translate, locale }).join(', ')] as const),
    ...(moreFeatures === 0
      ? []
      : [['', translate('page.licence.moreFeatures', { count: moreFeatures })] as const]),
  ]);

/**
 * `licence show [FILE]`: the licence in force, ends with 11 when there is none and with 12 when it is over or its file of
 * no use; or what a bare FlexNet file says.
 */
export const licenceShow: Command = async (context, { operands: [file] }) => {
  if (file !== undefined) return showLicenceFile(context, file);
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { licence, lastSignedProof, refusedLicence } = status;
  const files = filesIn(status);
  const why = whyUnusable(status, context.translate);
  const complaint = why ?? (licence === null ? complaintOf(context.translate, 'no-licence') : '');
  return {
    exitCode: why === null ? (licence === null ? EXIT.noLicence : EXIT.done) : EXIT.licenceInvalid,
    json: { licence, lastSignedProof, refusedLicence, files },
    text: licence === null ? '' : aligned([...licenceRows(context, licence), ...fileRows(files, context)]),
    complaint,
  };
};

/**
 * `licence calendar FILE`: the dates of the licence in force as an iCalendar file, over another file
 * only with `--force`; ends with 11 without a licence.
 */
export const licenceCalendar: Command = async (context, { operands: [file = ''], options }) => {
  const { facts, io, locale, translate } = context;
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { licence } = status;
  if (licence === null) throw new AppError('no-licence');
  const [{ settings }, { product }] = await Promise.all([
    context.settings.read(),
    readVendorProfile(facts.vendorFile),
  ]);
  const text = calendarOf({
    licence,
    maker: `Remote Service ${facts.version}`,
    alarmDays: settings.notices.days,
    words: calendarWords(product, licence.serialNumber ?? '', locale, translate),
    now: io.clock.now(),
  });
  if (text === null) throw new AppError('licence-without-dates');
  if (file === STANDARD_STREAM) return streamed(text, { calendar: text });
  await saveCopy(path.resolve(file), new TextEncoder().encode(text), {
    isOver: options.force !== undefined,
  });
  const saved = translate('licenceDate.saved', { file });
  return { exitCode: EXIT.done, json: { file }, text: saved, complaint: '' };
};
