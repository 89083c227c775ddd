import { open } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import { safeCsv } from '@shared/domain/activity/safe-csv';
import { AppError } from '@shared/errors/app-error';
import { historyRows } from '@shared/i18n/assistance-words';
import type { Translate } from '@shared/i18n/translator';
import type { AssistanceHistory } from '@shared/contract/service/assistance-calls';
import { askWhereToSave } from './ask-where-to-save';

export type HistoryFormat = 'csv' | 'json';

const readAll = async (read: (skip: number) => Promise<AssistanceHistory>): Promise<AssistanceRecord[]> => {
  const all: AssistanceRecord[] = [];
  for (;;) {
    const { records, total } = await read(all.length);
    all.push(...records);
    if (records.length === 0 || all.length >= total) return all;
  }
};

/** A spreadsheet takes the text for UTF-8 only with this mark in front. */
const MARK = '\ufeff';

/** The whole history as the text of a file. */
const historyText = (records: AssistanceRecord[], format: HistoryFormat, translate: Translate): string =>
  format === 'json'
    ? `${JSON.stringify({ sessions: records }, null, 2)}\n`
    : `${MARK}${safeCsv(historyRows(records, translate))}`;

const write = async (file: string, text: string) => {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Saves the history where the operator says; null when the dialog was cancelled. */
export const exportHistory = async (
  window: BrowserWindow | null,
  format: HistoryFormat,
  translate: Translate,
  read: (skip: number) => Promise<AssistanceHistory>,
): Promise<string | null> => {
  const filePath = await askWhereToSave(window, {
    defaultPath: `remote-assistance-sessions.${format}`,
    filters: [{ name: format.toUpperCase(), extensions: [format] }],
  });
  if (filePath === null) return null;
  try {
    await write(filePath, historyText(await readAll(read), format, translate));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('settings-not-writable', {}, error);
  }
  return path.basename(filePath);
};
