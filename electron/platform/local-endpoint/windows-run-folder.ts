import { closeSync, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';

/** Names the pipe of the service that runs now. */
export const PIPE_NAME_FILE = 'service.pipe';

/** In the run folder; the installer closes it to the operators, who may read all else there. */
export const CLOSED_FOLDER = 'service-only';

const NAME_FILE_CAP = 128;

/** 128 random bits behind our own word: never a path, and never the pipe of another program. */
const PipeName = z.string().regex(/^remote-service-[0-9a-f]{32}$/);

export const pipePath = (name: string) => `\\\\.\\pipe\\${name}`;

/** Windows answers `EPERM` where an access list says no. */
const MEANINGS: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'service-stopped',
  EPERM: 'not-allowed',
  EACCES: 'not-allowed',
};

const meaningOf = (error: unknown, otherwise: ErrorCode) =>
  new AppError(MEANINGS[(error as NodeJS.ErrnoException).code ?? ''] ?? otherwise, {}, error);

const statOf = (file: string): Stats => {
  try {
    return lstatSync(file);
  } catch (error) {
    throw meaningOf(error, 'service-stopped');
  }
};

/**
 * The text of a small file of ours. Windows opens without following no link only for who asks in a way that Node does not,
 * so the entry is looked at first; that it stays what it is, the folder's access list sees to. Throws `AppError`.
 */
export const readOwnFile = (file: string, cap: number): string => {
  if (!statOf(file).isFile()) throw new AppError('service-untrusted', { file });
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw meaningOf(error, 'service-untrusted');
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > cap) throw new AppError('service-untrusted', { file });
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
};

/** A junction counts as a link. */
export const checkFolder = (runFolder: string) => {
  if (!statOf(runFolder).isDirectory()) throw new AppError('service-untrusted', { file: runFolder });
};

/** The path of the pipe that the service has written down. */
export const readPipePath = (runFolder: string): string => {
  const file = path.join(runFolder, PIPE_NAME_FILE);
  const name = PipeName.safeParse(readOwnFile(file, NAME_FILE_CAP).trim());
  if (!name.success) throw new AppError('service-untrusted', { file });
  return pipePath(name.data);
};
