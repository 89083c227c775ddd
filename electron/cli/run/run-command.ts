import { AppError } from '@shared/errors/app-error';
import { nearestLocale } from '@shared/domain/settings/locales';
import { loadLanguage, type Translate } from '@shared/i18n/translator';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { openKeychain } from '@electron/platform/keychain';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { readSettings } from '@electron/settings/settings-file';
import { createServiceSettingsWriter } from '@electron/settings/saving/ask-service-to-save';
import {
  createSettingsRepository,
  type SettingsRepository,
  type WriteVia,
} from '@electron/settings/saving/settings-repository';
import type { StartFacts } from '@electron/start/start-facts';
import {
  complaintOf,
  failureDocument,
  jsonText,
  plainText,
  type CommandAnswer,
} from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext, type CommandIo } from '@electron/cli/command-context';
import type { CommandName } from '@electron/cli/command-table';
import { exitCodeOf } from '@shared/errors/error-catalogue';
import { EXIT } from '@shared/errors/exit-codes';
import { isReaderGone, outputNotTaken } from '@electron/cli/output-failure';
import { parseCommand, wantsJson } from '@electron/cli/parse-command';
import { processIo } from '@electron/cli/process-io';

/** Each is loaded when it is asked for: `status` need not wait for what only `man` has a use for. */
const COMMAND_OF: Record<CommandName, () => Promise<Command>> = {
  status: async () => (await import('@electron/cli/commands/status')).status,
  monitor: async () => (await import('@electron/cli/commands/monitor')).monitor,
  check: async () => (await import('@electron/cli/commands/check')).check,
  entitlement: async () => (await import('@electron/cli/commands/entitlement')).entitlement,
  settings: async () => (await import('@electron/cli/commands/settings')).settingsList,
  settingsGet: async () => (await import('@electron/cli/commands/settings')).settingsGet,
  settingsSet: async () => (await import('@electron/cli/commands/settings')).settingsSet,
  settingsExport: async () => (await import('@electron/cli/commands/settings-transfer')).settingsExport,
  settingsImport: async () => (await import('@electron/cli/commands/settings-transfer')).settingsImport,
  assistanceAllow: async () => (await import('@electron/cli/commands/assistance')).assistanceAllow,
  assistanceForbid: async () => (await import('@electron/cli/commands/assistance')).assistanceForbid,
  assistanceEnd: async () => (await import('@electron/cli/commands/assistance')).assistanceEnd,
  serviceStatus: async () => (await import('@electron/cli/commands/service')).serviceStatus,
  serviceStart: async () => (await import('@electron/cli/commands/service')).serviceStart,
  serviceStop: async () => (await import('@electron/cli/commands/service')).serviceStop,
  serviceRestart: async () => (await import('@electron/cli/commands/service')).serviceRestart,
  updatesList: async () => (await import('@electron/cli/commands/updates')).updatesList,
  updatesCheck: async () => (await import('@electron/cli/commands/updates')).updatesCheck,
  updatesDownload: async () => (await import('@electron/cli/commands/updates')).updatesDownload,
  updatesPause: async () => (await import('@electron/cli/commands/updates')).updatesPause,
  updatesVerify: async () => (await import('@electron/cli/commands/updates')).updatesVerify,
  licenceShow: async () => (await import('@electron/cli/commands/licence')).licenceShow,
  licenceCalendar: async () => (await import('@electron/cli/commands/licence')).licenceCalendar,
  licenceVerify: async () => (await import('@electron/cli/commands/verify')).licenceVerify,
  licenceInstall: async () => (await import('@electron/cli/commands/manual-licence')).licenceInstall,
  licenceRestore: async () => (await import('@electron/cli/commands/manual-licence')).licenceRestore,
  licenceExport: async () => (await import('@electron/cli/commands/manual-licence')).licenceExport,
  licenceRequest: async () => (await import('@electron/cli/commands/manual-licence')).licenceRequest,
  activityVerify: async () => (await import('@electron/cli/commands/verify')).activityVerify,
  trustVerify: async () => (await import('@electron/cli/commands/verify')).trustVerify,
  indexVerify: async () => (await import('@electron/cli/commands/verify')).indexVerify,
  report: async () => (await import('@electron/cli/commands/report')).report,
  help: async () => (await import('@electron/cli/commands/help')).help,
  schema: async () => (await import('@electron/cli/commands/schema')).schema,
  completion: async () => (await import('@electron/cli/commands/completion')).completion,
  man: async () => (await import('@electron/cli/commands/man')).man,
};

const systemLanguage = ({ environment }: CommandIo) =>
  [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (tag) => tag !== undefined && tag !== '',
  );

const localeOf = async ({ settingsFolder }: DataPaths, io: CommandIo) => {
  const { settings } = await readSettings(settingsFolder);
  return settings.language ?? nearestLocale(systemLanguage(io) ?? '');
};

/** An installed service writes its settings itself; while it is stopped, its own account and root may. */
const createSettings = (facts: StartFacts, io: CommandIo, paths: DataPaths): SettingsRepository => {
  const folders = createDataFolders();
  const writeVia: WriteVia = (own, seal) => {
    const run = folders.actAsOwnerOf(paths.settingsFolder);
    const acting =
      run === null
        ? null
        : {
            save: (...args: Parameters<typeof own.save>) => run(() => own.save(...args)),
            keepAside: () => run(() => own.keepAside()),
          };
    return createServiceSettingsWriter({
      seal,
      ask: (revision, draft) =>
        askService({ facts, io, paths }, 'operator', (client) => client.settings.save({ revision, draft })),
      withoutService: acting,
    });
  };
  return createSettingsRepository({
    paths,
    pathStyle: folders.pathStyle,
    storage: createSettingsStorage(),
    openKeychain: () => openKeychain(paths),
    clock: io.clock,
    ...(facts.mode === 'installed' ? { writeVia } : {}),
  });
};

const createContext = async (facts: StartFacts, io: CommandIo): Promise<CommandContext> => {
  const folders = createDataFolders();
  const paths = folders.pathsOf(facts);
  const locale = await localeOf(paths, io).catch(() => nearestLocale(systemLanguage(io) ?? ''));
  return {
    facts,
    io,
    ...(await loadLanguage(locale)),
    paths,
    settings: createSettings(facts, io, paths),
    prepareFolders: () => void folders.prepare(facts),
  };
};

const answerTo = async (argv: string[], context: CommandContext): Promise<CommandAnswer> => {
  const parsed = parseCommand(argv);
  const { version } = context.facts;
  if (parsed.command === 'version')
    return { exitCode: EXIT.done, json: { version }, text: version, complaint: '' };
  const command = await COMMAND_OF[parsed.command]();
  return command(context, parsed);
};

const failureOf = async (error: unknown, argv: string[], translate: Translate): Promise<CommandAnswer> => {
  if (isReaderGone(error)) return { exitCode: EXIT.other, json: {}, text: '', complaint: '' };
  const { code, params } = error instanceof AppError ? error : new AppError('internal');
  // A monitoring system takes 1 and 2 for states of the service.
  if (argv[0] === 'monitor') {
    const { unknownAnswer } = await import('@electron/cli/commands/monitor');
    return unknownAnswer(complaintOf(translate, code, params));
  }
  return {
    exitCode: exitCodeOf(code),
    json: failureDocument(translate, code, params),
    text: '',
    complaint: complaintOf(translate, code, params),
  };
};

const outputText = ({ json, document, text }: CommandAnswer, isJson: boolean): string => {
  if (isJson) return jsonText(json);
  return document ?? (text === '' ? '' : `${plainText(text)}\n`);
};

/** Throws where the output is not taken. */
const written = async (answer: CommandAnswer, isJson: boolean, io: CommandIo): Promise<null> => {
  const output = outputText(answer, isJson);
  if (output !== '') await io.out(output).catch(outputNotTaken);
  return null;
};

/**
 * Runs one command of the command line, `argv` being the words after the program, and resolves to the exit code when
 * every byte is written. Never throws: whatever goes wrong is a sentence on stderr and a code.
 */
export const runCommand = async (
  argv: string[],
  facts: StartFacts,
  io: CommandIo = processIo(),
): Promise<number> => {
  const context = await createContext(facts, io);
  const failed = (error: unknown) => failureOf(error, argv, context.translate);
  const answer = await answerTo(argv, context).catch(failed);
  const failure = await written(answer, wantsJson(argv), io).catch(failed);
  for (const complaint of [answer.complaint, failure?.complaint ?? '']) {
    if (complaint !== '') await io.err(`${plainText(complaint)}\n`);
  }
  return failure !== null && answer.exitCode === EXIT.done ? failure.exitCode : answer.exitCode;
};
