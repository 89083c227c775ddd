import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { calendarOf } from '@shared/domain/licence/calendar-file';
import { calendarWords } from '@shared/i18n/date-words';
import { saveCopy } from '@electron/platform/private-files';
import { readVendorProfile } from '@electron/vendor/vendor-profile';
import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@electron/cli/exit-codes';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';

/** `licence calendar FILE`: the dates of the licence in force as an iCalendar file; ends with 11 without a licence. */
export const licenceCalendar: Command = async (context, { operands: [file = ''] }) => {
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
    words: calendarWords(product, licence.serialNumber, locale, translate),
    now: io.clock.now(),
  });
  if (text === null) throw new AppError('licence-without-dates');
  if (file === STANDARD_STREAM) return streamed(text, { calendar: text });
  await saveCopy(path.resolve(file), new TextEncoder().encode(text), { isOver: true });
  const saved = translate('licenceDate.saved', { file });
  return { exitCode: EXIT.done, json: { file }, text: saved, complaint: '' };
};
