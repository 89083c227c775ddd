import { aligned, type Answer } from './answer';
import type { CommandContext } from './command-context';
import { EXIT } from './exit-codes';
import { COMMANDS, type CommandName } from './parse-command';

const OPERANDS: Record<CommandName, string> = {
  status: '',
  check: '',
  settingsGet: '[KEY]',
  settingsSet: 'KEY VALUE',
  licenceShow: '',
  licenceVerify: 'FILE [--context FILE]',
  licenceInstall: 'FILE',
  trustVerify: 'FILE [--context FILE]',
  indexVerify: 'FILE [--context FILE]',
};

/** The codes that the commands of this version end with. */
const EXITS = [
  'done',
  'wrongUsage',
  'noLicence',
  'licenceInvalid',
  'serviceNotRunning',
  'notConnected',
  'refusedByPolicy',
  'notAllowed',
  'other',
] as const satisfies (keyof typeof EXIT)[];

const indented = (text: string) => text.replaceAll(/^/gm, '  ');

/** `--help`: every command with its operands, the options and the exit codes. */
export const help = ({ translate }: Pick<CommandContext, 'translate'>): Answer => {
  const commands = (Object.keys(COMMANDS) as CommandName[]).map((name) => ({
    usage: `${COMMANDS[name].words.join(' ')} ${OPERANDS[name]}`.trim(),
    description: translate(`commandLine.command.${name}`),
  }));
  const options = (['json', 'context', 'help', 'version'] as const).map((name) => ({
    usage: name === 'context' ? '--context FILE' : `--${name}`,
    description: translate(`commandLine.option.${name}`),
  }));
  const exits = EXITS.map((name) => ({
    code: EXIT[name],
    description: translate(`commandLine.exitCode.${name}`),
  }));
  const rows = (entries: { usage: string; description: string }[]) =>
    indented(aligned(entries.map(({ usage, description }) => [usage, description])));
  const text = [
    translate('commandLine.usage', { program: 'remote-service' }),
    `${translate('commandLine.commands')}\n${rows(commands)}`,
    `${translate('commandLine.options')}\n${rows(options)}`,
    `${translate('commandLine.exitCodes')}\n${indented(aligned(exits.map(({ code, description }) => [String(code), description])))}`,
  ].join('\n\n');
  return { exitCode: EXIT.done, json: { commands, options, exitCodes: exits }, text, complaint: '' };
};
