import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createFakeServiceControl, type FakeServiceControl } from '@electron/platform/service-control';
import { EXIT } from '@shared/errors/exit-codes';
import type { CommandIo } from './command-context';
import { exitsOf } from './command-table';
import { CommandFailure, outputOf } from './command-outputs';
import { parseCommand, wantsJson, type ParsedCommand } from './parse-command';
import { runCommand } from './run/run-command';

const root = path.resolve(import.meta.dirname, '../..');

/** The world of a command in tests: what it wrote, and a service that answers what the test says. */
export interface CommandTestEnvironment {
  environment: NodeJS.ProcessEnv;
  stdin: string;
  /** Null = it does not run. */
  service: { [D in keyof ServiceClient]?: Partial<ServiceClient[D]> } | null;
  /** The service that answers once it was started. */
  startable: CommandTestEnvironment['service'];
  /** The installed service, for `mode: 'installed'`. */
  control: FakeServiceControl;
  mode: 'embedded' | 'installed';
  vendorFile: string;
  /** Why the standard output takes nothing; null = it does. */
  outputFailure: Error | null;
  /** The clock of the machine, in ms since the epoch. */
  now: number;
  run: (...argv: string[]) => Promise<{ exitCode: number; out: string; err: string }>;
}

const commandIn = (argv: string[]): ParsedCommand['command'] | null => {
  try {
    return parseCommand(argv).command;
  } catch {
    return null;
  }
};

/** No command may end in any test with a code that its help does not list. */
const expectListedExit = (argv: string[], exitCode: number) => {
  const command = commandIn(argv);
  if (command === null || command === 'version') return;
  const listed = exitsOf(command).map((name): number => EXIT[name]);
  if (!listed.includes(exitCode))
    throw new Error(`${argv.join(' ')} ended with ${exitCode}, which its help does not list`);
};

/** All JSON that a command prints in any test must fit the schema that is shipped for it. */
const expectShippedSchema = (argv: string[], out: string) => {
  if (!wantsJson(argv)) return;
  const command = commandIn(argv);
  if (command === 'version') return;
  const schema = command === null ? CommandFailure : outputOf(command);
  schema.parse(JSON.parse(out));
};

export const createCommandTestEnvironment = (home: string): CommandTestEnvironment => {
  const world: CommandTestEnvironment = {
    environment: { LANG: 'en_GB.UTF-8' },
    stdin: '',
    service: null,
    startable: null,
    control: createFakeServiceControl(),
    mode: 'embedded',
    vendorFile: path.join(root, 'build/vendor.json'),
    outputFailure: null,
    now: Date.parse('2026-11-02T00:00:00Z'),
    run: async (...argv) => {
      const written = { out: '', err: '' };
      const io: CommandIo = {
        out: (text) =>
          world.outputFailure === null
            ? Promise.resolve(void (written.out += text))
            : Promise.reject(world.outputFailure),
        err: (text) => Promise.resolve(void (written.err += text)),
        stdin: () => Promise.resolve(new TextEncoder().encode(world.stdin)),
        environment: world.environment,
        clock: { now: () => world.now },
        launchService: () => void (world.service = world.startable),
        installedControl: () => world.control,
        isTerminal: false,
        connect: () =>
          world.service === null
            ? Promise.reject(new AppError('service-stopped'))
            : Promise.resolve({
                client: world.service as ServiceClient,
                build: '1.0.0',
                onClosed: () => () => undefined,
                close: () => undefined,
              }),
      };
      const facts = {
        mode: world.mode,
        home,
        isReleasePackaged: false,
        version: '1.0.0',
        vendorFile: world.vendorFile,
        appRoot: root,
        launch: { executable: process.execPath, args: [] },
      };
      const exitCode = await runCommand(argv, facts, io);
      expectListedExit(argv, exitCode);
      if (world.outputFailure === null) expectShippedSchema(argv, written.out);
      return { exitCode, ...written };
    },
  };
  return world;
};
