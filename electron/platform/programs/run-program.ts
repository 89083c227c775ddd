import { spawn } from 'node:child_process';
import path from 'node:path';

const OUTPUT_CAP = 1024 * 1024;
const DEADLINE_MS = 30_000;

/** A program of the system, its arguments one by one, and nothing of our own surroundings. */
export interface ProgramCall {
  /** Absolute. */
  executable: string;
  args: readonly string[];
  /** The whole environment of the program. */
  environment: Readonly<Record<string, string>>;
  /** The folder it runs in; one that nobody but the administrator may write to. */
  folder: string;
  /** Written to its standard input, which is empty otherwise; the only way for a secret. */
  input?: string;
  /** In ms; the program is killed after it. A program that asks a person needs a long one. */
  deadline?: number;
}

export interface ProgramResult {
  /** Null where the program was not there, could not be started, was killed or took too long. */
  code: number | null;
  /** The output, byte for byte as Latin-1: the digits and names that we read are ASCII on every system. */
  text: string;
  errors: string;
}

export type RunProgram = (call: ProgramCall) => Promise<ProgramResult>;

const collect = (stream: NodeJS.ReadableStream) => {
  const kept = { text: '' };
  stream.setEncoding('latin1').on('data', (chunk: string) => {
    if (kept.text.length < OUTPUT_CAP) kept.text += chunk;
  });
  return kept;
};

/** Runs a program to its end, without a shell; never throws for what the program does. */
export const runProgram: RunProgram = async ({ executable, args, environment, folder, input, deadline }) => {
  if (!path.isAbsolute(executable)) throw new Error('a program is named by its whole path');
  // A NUL would end the argument early, which spawn refuses by throwing.
  if (args.some((arg) => arg.includes('\0'))) return { code: null, text: '', errors: '' };
  const child = spawn(executable, args, {
    cwd: folder,
    env: { ...environment },
    shell: false,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const text = collect(child.stdout);
  const errors = collect(child.stderr);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const timer = setTimeout(() => child.kill('SIGKILL'), deadline ?? DEADLINE_MS);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (exit) => resolve(exit));
  });
  clearTimeout(timer);
  return { code, text: text.text, errors: errors.text };
};
