import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { saveCopy } from '@electron/platform/private-files';
import { collectReport, reportText } from '@electron/report/collect-report';
import type { ReportParts } from '@electron/report/collect-report';
import type { Command, CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { readStatus } from '@electron/cli/read-status';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';

const collectOver = async (context: CommandContext, service: ReportParts['service']) => {
  const { facts, paths, settings, io } = context;
  const status = await readStatus(context);
  return collectReport({ version: facts.version, paths, settings, status, service, clock: io.clock });
};

/** Without the service the report has what can be had without it. */
const collect = async (context: CommandContext) => {
  const { facts, io, paths } = context;
  const target = { runFolder: paths.run, mode: paths.mode, role: 'viewer', build: facts.version } as const;
  const link = await io.connect(target).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  try {
    return await collectOver(context, link?.client ?? null);
  } finally {
    link?.close();
  }
};

/** `report FILE`: a support report, without secrets, over another file only with `--force`; `-` shows it. */
export const report: Command = async (context, { operands: [file = ''], options }) => {
  const document = await collect(context);
  const text = reportText(document);
  if (file === STANDARD_STREAM) return streamed(text, document);
  const content = new TextEncoder().encode(text);
  await saveCopy(path.resolve(file), content, { isOver: options.force !== undefined, readers: 'owner' });
  const bytes = content.length;
  return {
    exitCode: EXIT.done,
    json: { file, bytes },
    text: context.translate('commandAnswer.report.written', { file, bytes }),
    complaint: '',
  };
};
