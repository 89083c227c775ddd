import { spawn } from 'node:child_process';
import { systemClock } from '@shared/domain/time/clock';
import { connectToService } from '@electron/link/service-client';
import { createServiceControl } from '@electron/platform/service-control';
import { openStandardInput } from '@electron/platform/standard-input';
import { SERVICE_SWITCHES } from '@electron/start/service-switches';
import type { StartFacts } from '@electron/start/start-facts';
import type { CommandIo } from './command-context';

const STDIN_CAP = 1024 * 1024;

/**
 * Resolves when the text has left the process: an exit right behind a write would cut off what a pipe has not taken yet.
 * Throws the system's error.
 */
const writeTo = (stream: NodeJS.WriteStream) => {
  // Each write hears of its own failure; the event would end the process.
  stream.on('error', () => undefined);
  return (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error == null ? resolve() : reject(error)));
    });
};

const readStdin = async (): Promise<Uint8Array | null> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of openStandardInput()) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.length;
    if (length > STDIN_CAP) return null;
  }
  return Buffer.concat(chunks);
};

/** Not our child once we are gone, and with none of our pipes. */
const launchService = (facts: StartFacts) => {
  const { executable, args } = facts.launch;
  const child = spawn(executable, [...args, ...SERVICE_SWITCHES], {
    cwd: facts.home,
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  // One that cannot be started is noticed by its silence.
  child.on('error', () => undefined);
  child.unref();
};

/** The real world of a command. */
export const processIo = (): CommandIo => {
  // Node's own remarks (on an algorithm that it calls experimental, say) are not for whoever reads stderr.
  process.removeAllListeners('warning');
  const complain = writeTo(process.stderr);
  return {
    out: writeTo(process.stdout),
    // What cannot be said there cannot be said at all.
    err: (text) => complain(text).catch(() => undefined),
    stdin: readStdin,
    environment: process.env,
    clock: systemClock,
    connect: connectToService,
    launchService,
    installedControl: () => createServiceControl(),
    isTerminal: process.stdin.isTTY && process.stderr.isTTY,
  };
};
