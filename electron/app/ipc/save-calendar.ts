import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError } from '@shared/errors/app-error';
import { systemClock } from '@shared/domain/time/clock';
import { calendarOf } from '@shared/domain/licence/calendar-file';
import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { calendarWords } from '@shared/i18n/date-words';
import type { Language } from '@shared/i18n/translator';
import { saveCopy } from '@electron/platform/private-files';
import type { AppFacts } from '@shared/contract/page/page-contract';
import { askWhereToSave } from './ask-where-to-save';

/** Saves the dates of the licence where the operator says; null when the dialog was cancelled. */
export const saveCalendar = async (
  window: BrowserWindow | null,
  licence: LicenceSummary | null,
  { product, appVersion }: Pick<AppFacts, 'product' | 'appVersion'>,
  { locale, translate }: Language,
  alarmDays: readonly number[],
): Promise<string | null> => {
  if (licence === null) throw new AppError('no-licence');
  const text = calendarOf({
    licence,
    maker: `Remote Service ${appVersion}`,
    alarmDays,
    words: calendarWords(product, licence.serialNumber ?? '', locale, translate),
    now: systemClock.now(),
  });
  if (text === null) throw new AppError('licence-without-dates');
  const filePath = await askWhereToSave(window, {
    defaultPath: translate('licenceDate.fileName'),
    filters: [{ name: 'iCalendar', extensions: ['ics'] }],
  });
  if (filePath === null) return null;
  await saveCopy(filePath, new TextEncoder().encode(text), { isOver: true });
  return path.basename(filePath);
};
