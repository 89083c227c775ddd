import type { ExitName } from '@shared/errors/exit-codes';

/** Every option: how it is written, and the name of its value in the usage; null for a switch. */
export const OPTIONS = {
  json: { flag: 'json', value: null },
  help: { flag: 'help', value: null },
  version: { flag: 'version', value: null },
  context: { flag: 'context', value: 'FILE' },
  index: { flag: 'index', value: 'FILE' },
  keys: { flag: 'keys', value: 'FILE' },
  numbered: { flag: 'numbered', value: null },
  dryRun: { flag: 'dry-run', value: null },
  check: { flag: 'check', value: null },
  /** The version asked about, not this program's. */
  productVersion: { flag: 'version', value: 'V' },
  released: { flag: 'released', value: 'DATE' },
  server: { flag: 'server', value: 'NAME' },
  reason: { flag: 'reason', value: 'TEXT' },
  list: { flag: 'list', value: null },
  force: { flag: 'force', value: null },
  acceptLess: { flag: 'accept-less', value: null },
  format: { flag: 'format', value: 'text|json|prometheus' },
  warning: { flag: 'warning', value: 'DAYS' },
  critical: { flag: 'critical', value: 'DAYS' },
} as const satisfies Record<string, { flag: string; value: string | null }>;
export type OptionName = keyof typeof OPTIONS;

export interface CommandSpec {
  words: readonly [string, ...string[]];
  /** As in the usage: `FILE` is needed, `[KEY]` may be left out, and the last one may repeat: `[COMMAND...]`. */
  operands: readonly string[];
  /** Besides `--json` and `--help`, which every command takes. */
  options: readonly OptionName[];
  /** Those of `options` that may not be left out. */
  needed?: readonly OptionName[];
  /** Besides `done`, `wrongUsage` and `other`, with which every command may end. */
  exits: readonly ExitName[];
  /** The words after the program's name. */
  example: string;
}

/** The one table of commands: the parser, the help, the completion, the manual page and the schemas come from it. */
export const COMMANDS = {
  status: {
    words: ['status'],
    operands: [],
    options: ['format'],
    exits: ['serviceNotRunning', 'notConnected', 'notAllowed'],
    example: 'status --json',
  },
  monitor: {
    words: ['monitor'],
    operands: [],
    options: ['warning', 'critical'],
    exits: ['monitorWarning', 'monitorCritical', 'monitorUnknown'],
    example: 'monitor --warning 30 --critical 7',
  },
  check: {
    words: ['check'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notConnected', 'notAllowed'],
    example: 'check',
  },
  entitlement: {
    words: ['entitlement'],
    operands: [],
    options: ['productVersion', 'released'],
    needed: ['productVersion', 'released'],
    exits: ['notEntitled', 'noLicence', 'licenceInvalid', 'clockSuspect', 'serviceNotRunning', 'notAllowed'],
    example: 'entitlement --version 2.1.0 --released 2027-03-01',
  },
  settings: {
    words: ['settings'],
    operands: [],
    options: ['numbered'],
    exits: ['notAllowed'],
    example: 'settings --numbered',
  },
  settingsGet: {
    words: ['settings', 'get'],
    operands: ['[KEY]'],
    options: [],
    exits: ['notAllowed'],
    example: 'settings get proxy.mode',
  },
  settingsSet: {
    words: ['settings', 'set'],
    operands: ['KEY', 'VALUE'],
    options: [],
    exits: ['serviceNotRunning', 'refusedByPolicy', 'notAllowed'],
    example: 'settings set remoteService.verificationCode - < code.txt',
  },
  settingsExport: {
    words: ['settings', 'export'],
    operands: ['[FILE]'],
    options: ['force'],
    exits: ['notAllowed'],
    example: 'settings export settings.json',
  },
  settingsImport: {
    words: ['settings', 'import'],
    operands: ['FILE'],
    options: ['dryRun', 'check'],
    exits: ['wouldChange', 'serviceNotRunning', 'refusedByPolicy', 'notAllowed'],
    example: 'settings import settings.json --dry-run',
  },
  assistanceAllow: {
    words: ['assistance', 'allow'],
    operands: ['[HOURS]'],
    options: [],
    exits: ['serviceNotRunning', 'refusedByPolicy', 'notAllowed'],
    example: 'assistance allow 8',
  },
  assistanceForbid: {
    words: ['assistance', 'forbid'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'refusedByPolicy', 'notAllowed'],
    example: 'assistance forbid',
  },
  assistanceEnd: {
    words: ['assistance', 'end'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'assistance end',
  },
  serviceStatus: {
    words: ['service', 'status'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'service status',
  },
  serviceStart: {
    words: ['service', 'start'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'service start',
  },
  serviceStop: {
    words: ['service', 'stop'],
    operands: [],
    options: [],
    exits: ['notAllowed'],
    example: 'service stop',
  },
  serviceRestart: {
    words: ['service', 'restart'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'service restart',
  },
  licenceShow: {
    words: ['licence', 'show'],
    operands: ['[FILE]'],
    options: [],
    exits: ['noLicence', 'licenceInvalid', 'serviceNotRunning', 'notAllowed'],
    example: 'licence show prismadirect.lic',
  },
  licenceCalendar: {
    words: ['licence', 'calendar'],
    operands: ['FILE'],
    options: ['force'],
    exits: ['noLicence', 'serviceNotRunning', 'notAllowed'],
    example: 'licence calendar licence-dates.ics',
  },
  licenceVerify: {
    words: ['licence', 'verify'],
    operands: ['FILE'],
    options: ['context'],
    exits: ['licenceInvalid'],
    example: 'licence verify licence.jws',
  },
  licenceInstall: {
    words: ['licence', 'install'],
    operands: ['FILE'],
    options: ['server', 'acceptLess'],
    exits: ['licenceInvalid', 'serviceNotRunning', 'notAllowed'],
    example: 'licence install licence.jws',
  },
  licenceRestore: {
    words: ['licence', 'restore'],
    operands: ['[BACKUP]'],
    options: ['server', 'reason', 'list', 'acceptLess'],
    exits: ['licenceInvalid', 'serviceNotRunning', 'notAllowed'],
    example: 'licence restore --list',
  },
  licenceExport: {
    words: ['licence', 'export'],
    operands: ['FILE'],
    options: ['server', 'force'],
    exits: ['noLicence', 'serviceNotRunning', 'notAllowed'],
    example: 'licence export prismadirect.lic',
  },
  licenceRequest: {
    words: ['licence', 'request'],
    operands: ['FILE'],
    options: ['force'],
    exits: ['noLicence', 'serviceNotRunning', 'notAllowed'],
    example: 'licence request licence-request.json',
  },
  activityVerify: {
    words: ['activity', 'verify'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'activity verify',
  },
  updatesList: {
    words: ['updates', 'list'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'updates list',
  },
  updatesCheck: {
    words: ['updates', 'check'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notConnected', 'notAllowed'],
    example: 'updates check',
  },
  updatesDownload: {
    words: ['updates', 'download'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'updates download',
  },
  updatesPause: {
    words: ['updates', 'pause'],
    operands: [],
    options: [],
    exits: ['serviceNotRunning', 'notAllowed'],
    example: 'updates pause',
  },
  updatesVerify: {
    words: ['updates', 'verify'],
    operands: ['FILE'],
    options: ['index', 'keys'],
    needed: ['index'],
    exits: [],
    example: 'updates verify remote-service.deb --index index.jws',
  },
  trustVerify: {
    words: ['trust', 'verify'],
    operands: ['FILE'],
    options: ['context'],
    exits: ['licenceInvalid'],
    example: 'trust verify key-set.json',
  },
  indexVerify: {
    words: ['index', 'verify'],
    operands: ['FILE'],
    options: ['context'],
    exits: ['licenceInvalid'],
    example: 'index verify index.jws --context context.json',
  },
  report: {
    words: ['report'],
    operands: ['FILE'],
    options: ['force'],
    exits: ['notAllowed'],
    example: 'report report.json',
  },
  help: {
    words: ['help'],
    operands: ['[COMMAND...]'],
    options: [],
    exits: [],
    example: 'help settings set',
  },
  schema: {
    words: ['schema'],
    operands: ['[COMMAND...|policy]'],
    options: [],
    exits: [],
    example: 'schema status',
  },
  completion: {
    words: ['completion'],
    operands: ['bash|zsh|fish|powershell'],
    options: [],
    exits: [],
    example: 'completion bash > /etc/bash_completion.d/remote-service',
  },
  man: {
    words: ['man'],
    operands: [],
    options: [],
    exits: [],
    example: 'man | man -l -',
  },
} as const satisfies Record<string, CommandSpec>;
export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

export const specOf = (name: CommandName): CommandSpec => COMMANDS[name];

/** With which every command may end, and the others that this one may end with; `monitor` has numbers of its own. */
export const exitsOf = (name: CommandName): ExitName[] =>
  name === 'monitor'
    ? ['done', ...COMMANDS.monitor.exits]
    : ['done', 'wrongUsage', ...specOf(name).exits, 'other'];

/** All commands whose words begin with these, `settings` for one. */
export const commandsUnder = (words: readonly string[]): CommandName[] =>
  COMMAND_NAMES.filter((name) => words.every((word, index) => specOf(name).words[index] === word));

/** The command that begins with these words; the longest one, where one name begins another. */
export const findCommand = (words: readonly string[]): CommandName | null =>
  COMMAND_NAMES.filter((name) => specOf(name).words.every((word, index) => words[index] === word)).sort(
    (a, b) => specOf(b).words.length - specOf(a).words.length,
  )[0] ?? null;

/** The command that has exactly these words. */
export const exactCommand = (words: readonly string[]): CommandName | null =>
  commandsUnder(words).find((name) => specOf(name).words.length === words.length) ?? null;

export const optionUsage = (name: OptionName) => {
  const { flag, value } = OPTIONS[name];
  return value === null ? `--${flag}` : `--${flag} ${value}`;
};

/** `settings set KEY VALUE`, `licence verify FILE [--context FILE]`. */
export const usageOf = (name: CommandName): string => {
  const { words, operands, options, needed = [] } = specOf(name);
  const written = options.map((option) => {
    const usage = optionUsage(option);
    return needed.includes(option) ? usage : `[${usage}]`;
  });
  return [...words, ...operands, ...written].join(' ');
};
