import { open } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { ActivityPage } from '@shared/domain/activity/activity';
import { askWhereToSave } from './ask-where-to-save';

const PAGE_SIZE = 1000;

type ReadActivity = (query: { before?: number; limit: number }) => Promise<ActivityPage>;

/** The whole log, newest first, one JSON object a line. */
const writeLog = async (file: string, read: ReadActivity) => {
  const handle = await open(file, 'w', 0o600);
  try {
    let before: number | undefined;
    do {
      const { entries } = await read({ limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) });
      await handle.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      before = entries.at(-1)?.number;
      if (entries.length < PAGE_SIZE) break;
    } while (before !== undefined && before > 1);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Saves the activity log where the operator says; null when the dialog was cancelled. */
export const exportActivity = async (
  window: BrowserWindow | null,
  read: ReadActivity,
): Promise<string | null> => {
  const filePath = await askWhereToSave(window, {
    defaultPath: 'remote-service-activity.jsonl',
    filters: [{ name: 'JSON lines', extensions: ['jsonl'] }],
  });
  if (filePath === null) return null;
  try {
    await writeLog(filePath, read);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('settings-not-writable', {}, error);
  }
  return path.basename(filePath);
};
