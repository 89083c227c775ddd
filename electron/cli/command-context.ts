import { AppError } from '@shared/errors/app-error';
import type { Clock } from '@shared/domain/time/clock';
import type { Reply } from '@shared/contract/define';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { Locale } from '@shared/domain/settings/locales';
import type { Translate } from '@shared/i18n/translator';
import type { DataPaths } from '@electron/platform/folders';
import type { ServiceControl } from '@electron/platform/service-control';
import type { connectToService } from '@electron/link/service-client';
import type { Role } from '@electron/link/role';
import type { SettingsRepository } from '@electron/settings/saving/settings-repository';
import type { StartFacts } from '@electron/start/start-facts';
import type { CommandAnswer } from './command-answer';
import type { ParsedCommand } from './parse-command';

/** The world as a command may touch it; tests give their own. */
export interface CommandIo {
  out: (text: string) => Promise<void>;
  err: (text: string) => Promise<void>;
  /** The whole of the standard input; null when it is more than 1 MiB. */
  stdin: () => Promise<Uint8Array | null>;
  environment: NodeJS.ProcessEnv;
  clock: Clock;
  connect: typeof connectToService;
  /** Starts an embedded service that outlives the command. */
  launchService: (facts: StartFacts) => void;
  /** The control of the installed service. */
  installedControl: () => ServiceControl;
  /** A person sits at it and can answer the system's question. */
  isTerminal: boolean;
}

/** The input of every command. */
export interface CommandContext {
  facts: StartFacts;
  io: CommandIo;
  locale: Locale;
  translate: Translate;
  paths: DataPaths;
  settings: SettingsRepository;
  /** Makes the data folder where it is missing; throws `data-folder-unsafe` or `data-folder-unusable`. */
  prepareFolders: () => void;
}

export type Command = (context: CommandContext, parsed: ParsedCommand) => Promise<CommandAnswer>;

/** Asks the service one thing. Throws what `connectToService` throws, and the failure that the service answers. */
export const askService = async <V>(
  { io, facts, paths }: Pick<CommandContext, 'io' | 'facts' | 'paths'>,
  role: Role,
  ask: (client: ServiceClient) => Promise<Reply<V>>,
): Promise<V> => {
  const link = await io.connect({ runFolder: paths.run, mode: paths.mode, role, build: facts.version });
  try {
    const reply = await ask(link.client);
    if (reply.ok) return reply.value;
    throw new AppError(reply.error.code, reply.error.params);
  } finally {
    link.close();
  }
};
