import { randomBytes } from 'node:crypto';
import { closeSync, constants, lstatSync, mkdirSync, openSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@shared/errors/app-error';
import { replaceFile } from '../private-files';
import type { EndpointAddress } from './local-endpoint';
import { CLOSED_FOLDER, PIPE_NAME_FILE, pipePath } from './windows-run-folder';

/** Held open by the service that runs, where nobody else can open it. */
const INSTANCE_FILE = 'service.instance';

/** libuv's `UV_FS_O_EXLOCK`: nobody else may open the file meanwhile; it ends with the process, however that ends. */
const EXCLUSIVELY = 0x1000_0000;

/** A virus scanner may have the file open for a moment. */
const HELD_TRIES = 20;
const HELD_PAUSE = 50;

const refuseOthers = (file: string) => {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() === false) throw new AppError('socket-in-the-way', { file });
};

/**
 * Two services must not share one state, and asking the pipe whether somebody answers would not tell: any account could
 * answer there after a crash and so keep the service from starting. Only the service's account can hold this file.
 */
const holdInstance = async (file: string): Promise<number> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return openSync(file, constants.O_RDWR | constants.O_CREAT | EXCLUSIVELY);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
      if (tries === HELD_TRIES) throw new AppError('service-already-running', {}, error);
      await wait(HELD_PAUSE);
    }
  }
};

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new AppError('socket-in-the-way', { file: address }, error) : error,
      );
    server.once('error', refuse);
    server.once('listening', () => {
      server.off('error', refuse);
      resolve();
    });
    // The first instance of its name or none: libuv asks for that.
    server.listen(address);
  });

/** A name that stays because somebody has the file open leads nowhere, as after a kill. */
const forget = (nameFile: string) => {
  try {
    rmSync(nameFile, { force: true });
  } catch {
    return;
  }
};

/** Lets the operators, who are no administrators, connect to the pipe that is named. */
export type AdmitOperators = (pipeName: string) => Promise<void>;

/**
 * Listens under a name that nobody could have known, lets the operators in and only then writes the name down, whole: what
 * a client reads there is a pipe that listens, or the stale name of a service that was killed, at which nobody answers.
 */
export const claimPipe = async (
  server: Server,
  runFolder: string,
  admitOperators: AdmitOperators,
): Promise<EndpointAddress> => {
  const instanceFile = path.join(runFolder, CLOSED_FOLDER, INSTANCE_FILE);
  const nameFile = path.join(runFolder, PIPE_NAME_FILE);
  for (const file of [instanceFile, nameFile]) refuseOthers(file);
  mkdirSync(path.dirname(instanceFile), { recursive: true });
  const descriptor = await holdInstance(instanceFile);
  const name = `remote-service-${randomBytes(16).toString('hex')}`;
  try {
    // The name of a service that was killed: any account may have a pipe of that name by now.
    rmSync(nameFile, { force: true });
    await listen(server, pipePath(name));
    await admitOperators(name);
    await replaceFile(nameFile, `${name}\n`, 'group');
  } catch (error) {
    server.close();
    closeSync(descriptor);
    throw error;
  }
  return {
    path: pipePath(name),
    release: () => {
      forget(nameFile);
      closeSync(descriptor);
    },
  };
};
