import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { runProgram, windowsFolder, type ProgramCall, type RunProgram } from '../programs';
import { hostOutcomeOf, type HostFailure } from './host-outcomes';

/** Installed beside the program, where only administrators may write; see `build/windows/README.md`. */
const HOST_FILE = 'remote-service-host.exe';

/** Windows asks a person, who may be at lunch. */
const PERSON_MS = 10 * 60_000;

type HostReply<T> = { outcome: 'done'; answer: T } | { outcome: HostFailure };

export interface HostOptions {
  /** The only way for a secret. */
  input?: string;
  /** Windows may ask for an administrator, which takes as long as the person does. */
  mayAsk?: boolean;
  /** In ms. */
  deadline?: number;
}

/** The native helper of the product on Windows: one program, closed verbs, JSON as its answer. */
export interface WindowsHost {
  /** False in a clone or a portable copy, which have none. */
  isThere(): boolean;
  call(words: readonly string[]): ProgramCall;
  /** Runs a verb to its end. What cannot be run, or answers otherwise than `schema` says, has failed. */
  ask<T>(words: readonly string[], schema: z.ZodType<T>, options?: HostOptions): Promise<HostReply<T>>;
}

/** Where the helper of this program lies. */
export const hostFile = () => path.join(path.dirname(process.execPath), HOST_FILE);

/** The surroundings of a program of the system: nothing of our own comes along. */
export const hostCall = (words: readonly string[], file = hostFile()): ProgramCall => {
  const folder = windowsFolder();
  const system = path.win32.join(folder, 'System32');
  return {
    executable: file,
    args: words,
    environment: { SystemRoot: folder, windir: folder, PATH: system },
    folder: system,
  };
};

const parse = <T>(text: string, schema: z.ZodType<T>): HostReply<T> => {
  try {
    const line = Buffer.from(text, 'latin1').toString('utf8').trim();
    return { outcome: 'done', answer: schema.parse(JSON.parse(line)) };
  } catch {
    return { outcome: 'failed' };
  }
};

export const createWindowsHost = (run: RunProgram = runProgram, file = hostFile()): WindowsHost => ({
  isThere: () => existsSync(file),
  call: (words) => hostCall(words, file),
  ask: async (words, schema, { input, mayAsk = false, deadline } = {}) => {
    const limit = mayAsk ? PERSON_MS : deadline;
    const { code, text } = await run({
      ...hostCall([...words, ...(mayAsk ? ['--ask'] : [])], file),
      ...(input === undefined ? {} : { input }),
      ...(limit === undefined ? {} : { deadline: limit }),
    });
    const outcome = hostOutcomeOf(code);
    return outcome === 'done' ? parse(text, schema) : { outcome };
  },
});
