import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { AppError } from '@shared/errors/app-error';
import type { AppHandlers } from '@shared/contract/page/page-contract';
import { askWhereToSave } from './ask-where-to-save';

export interface DiagnosticsParts {
  /** The text of a new support report. */
  createReport: () => Promise<string>;
  window: () => BrowserWindow | null;
}

const SUGGESTION = {
  defaultPath: 'remote-service-report.json',
  filters: [{ name: 'JSON', extensions: ['json'] }],
};

/** The page gives an id and never the text: what is saved is what the app made and showed, byte for byte. */
export const createDiagnosticsHandlers = ({
  createReport,
  window,
}: DiagnosticsParts): AppHandlers['diagnostics'] => {
  let shown: { id: string; text: string } | null = null;
  return {
    createReport: async () => {
      shown = { id: randomUUID(), text: await createReport() };
      return shown;
    },
    saveReport: async ({ id }) => {
      const report = shown;
      if (report?.id !== id) throw new AppError('file-not-saved', { file: 'remote-service-report.json' });
      const file = await askWhereToSave(window(), SUGGESTION);
      if (file === null) return { fileName: null };
      const fileName = path.basename(file);
      await writeFile(file, report.text, { mode: 0o600 }).catch((error: unknown) => {
        throw new AppError('file-not-saved', { file: fileName }, error);
      });
      return { fileName };
    },
  };
};
