import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { SERVICE_SWITCHES } from '@electron/start/service-switches';
import type { BackOffice } from '../back-office/back-office';
import { killProcessesOf } from './processes/processes';
import { createProgramFolder, type ProgramFolder } from './program-folder';
import { appRuntime } from './runtime';

const COMMAND_DEADLINE_MS = 30_000;

export interface CommandResult {
  code: number | null;
  /** Standard output as it came. */
  text: string;
  /** Standard output parsed, where it is one JSON document. */
  json: unknown;
  errors: string;
}

/** One installation of the program: its folder, its command line, its service and its app. */
export interface Program extends ProgramFolder {
  cli(words: readonly string[], input?: string): Promise<CommandResult>;
  /** `settings set`; a secret goes through standard input. Throws with the program's sentence where it is refused. */
  set(key: string, value: unknown): Promise<void>;
  setSecret(key: string, value: string): Promise<void>;
  /** Starts Print ORS Service alone, without a display; `switches` are Chromium's. */
  startService(wrapper?: readonly string[], switches?: readonly string[]): Promise<ChildProcess>;
  /** Starts the app as a person would, without anything that steers it from outside. */
  startApp(): Promise<ChildProcess>;
  end(): Promise<void>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Runs a program to its end. */
export function runCommand(
  executable: string,
  args: readonly string[],
  { env, input = '' }: { env: NodeJS.ProcessEnv; input?: string },
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_DEADLINE_MS);
    let text = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, text, json: parsed(text), errors });
    });
  });
}

/** The settings that every connection needs: who, which code, which licence folder; and switched on. */
export async function configure(program: Program, office: Pick<BackOffice, 'organisation'>): Promise<void> {
  await program.set('remoteService.serviceOrganisationId', office.organisation.id);
  await program.setSecret('remoteService.verificationCode', office.organisation.verificationCode);
  await program.set('licenceServers', [{ name: 'Main server', kind: 'local', path: program.licences }]);
  await program.set('remoteService.enabled', true);
}

/**
 * Makes an installation that talks to this back office; nothing of it runs yet. It runs the program of this tree, or the
 * one that is `started` so.
 */
export async function createProgram(
  office: Pick<BackOffice, 'vendorProfile'>,
  started?: { executable: string; args: string[] },
): Promise<Program> {
  const folder = createProgramFolder(office.vendorProfile);
  const { executable, args } = started ?? (await appRuntime());
  const cli = (words: readonly string[], input?: string) =>
    runCommand(executable, [...args, ...words], {
      env: folder.env,
      ...(input === undefined ? {} : { input }),
    });
  const change = async (key: string, value: string, input?: string) => {
    const { code, errors } = await cli(['settings', 'set', key, value], input);
    if (code !== 0) throw new Error(`settings set ${key}: exit code ${code}, ${errors}`);
  };
  const start = (words: readonly string[], [command, ...before]: readonly string[]) => {
    const log = openSync(path.join(folder.base, 'output.log'), 'a', 0o600);
    const whole = [...before, ...(command === undefined ? [] : [executable]), ...args, ...words];
    return spawn(command ?? executable, whole, { env: folder.env, stdio: ['ignore', log, log] });
  };
  return {
    ...folder,
    cli,
    set: (key, value) => change(key, typeof value === 'string' ? value : JSON.stringify(value)),
    setSecret: (key, value) => change(key, '-', value),
    startService: (wrapper = [], switches = []) =>
      Promise.resolve(start([...SERVICE_SWITCHES, ...switches], wrapper)),
    startApp: () => Promise.resolve(start([], [])),
    end: async () => {
      await killProcessesOf(folder.base);
      await folder.remove();
    },
  };
}
