import pino from 'pino';
import { createStream } from 'rotating-file-stream';
import { toJsonLine } from './json-line';
import type { Logger } from './logger';
import { redact, redactText } from './redact';

const LINE_CAP = 16_384;

/** Makes any line of pino one that may be kept: without secrets, of bounded length, one line whatever is in it. */
export const cleanLine = (line: string): string => {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return `${toJsonLine({ level: 50, msg: redactText(line).slice(0, 2000) })}\n`;
  }
  const clean = redact(record);
  const text = toJsonLine(clean);
  if (text.length <= LINE_CAP) return `${text}\n`;
  const { level, time, name, msg } = clean as Record<string, unknown>;
  return `${toJsonLine({ level, time, name, msg, cutFrom: text.length })}\n`;
};

export interface Log extends Logger {
  /** Resolves when all that was logged has been handed to the system. */
  close(): Promise<void>;
}

/** A log of at most 5 files of 1 MiB below `folder`, the newest being `fileName`; readable by its owner alone. */
export const createLog = (folder: string, fileName: string, level: pino.LevelWithSilent = 'info'): Log => {
  const files = createStream(fileName, { path: folder, size: '1M', rotate: 4, mode: 0o600 });
  // A log that cannot be written is no reason to stop the work that it is about.
  files.on('error', () => undefined);
  const sink = { write: (line: string) => void files.write(cleanLine(line)) };
  const name = fileName.replace(/\.log$/, '');
  const logger = pino(
    {
      level,
      name,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
    },
    sink,
  );
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    close: () => new Promise((resolve) => files.end(() => resolve())),
  };
};
