import type { KeyUnder } from '@shared/i18n/messages';
import type { Translate } from '@shared/i18n/translator';
import { released } from '../../../package.json';
import type { Command } from '@electron/cli/command-context';
import { COMMAND_NAMES, exitsOf, specOf, usageOf, type CommandName } from '@electron/cli/command-table';
import { exitEntries, optionEntries, PROGRAM } from './help';
import { streamed } from '@electron/cli/standard-stream';

/** Text as roff takes it: no line may begin with a control character, and a hyphen is to stay one. */
const plain = (text: string) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&');

/** Running text in lines that an editor shows whole, which roff fills again. */
const filled = (text: string) => plain(text.replaceAll(/(.{1,72})(?: |$)/g, '$1\n').trimEnd());

const section = (title: string, lines: readonly string[]) => [`.SH "${plain(title)}"`, ...lines];
const item = (term: string, text: string) => ['.TP', `.B ${plain(term)}`, filled(text)];

const commandLines = (name: CommandName, translate: Translate) => {
  const { options, example } = specOf(name);
  const exits = exitEntries(exitsOf(name), translate)
    .map(({ code }) => code)
    .join(', ');
  return [
    `.SS "${plain(usageOf(name))}"`,
    filled(translate(`commandLine.command.${name}`)),
    ...optionEntries(options, translate).flatMap(({ usage, description }) => item(usage, description)),
    '.PP',
    plain(`${translate('commandLine.exitCodes')}: ${exits}`),
    '.PP',
    plain(`${translate('commandLine.example')}:`),
    '.RS',
    '.nf',
    plain(`${PROGRAM} ${example}`),
    '.fi',
    '.RE',
  ];
};

const ENVIRONMENT = ['REMOTE_SERVICE_HOME', 'REMOTE_SERVICE_VENDOR'] as const;
/** Where the Linux packages, whose page this is, keep what an administrator looks for. */
const FILES = [
  ['/etc/remote-service/settings/settings.json', 'settingsFile'],
  ['/etc/remote-service/policy.json', 'policyFile'],
  ['/var/lib/remote-service', 'stateFolder'],
  ['/run/remote-service-monitoring/status.json', 'monitoringFile'],
] as const;
const SEE_ALSO = [
  ['systemctl', 1],
  ['journalctl', 1],
  ['pkexec', 1],
  ['systemd.unit', 5],
  ['polkit', 8],
] as const;
const reference = ([name, chapter]: readonly [string, number], index: number) =>
  `.BR ${name} (${chapter})${index === SEE_ALSO.length - 1 ? '' : ' ,'}`;

const pageOf = (version: string, translate: Translate) => {
  const words = (key: KeyUnder<'commandLine.man'>) => translate(`commandLine.man.${key}`);
  const all = [...new Set(COMMAND_NAMES.flatMap(exitsOf))];
  return [
    `.TH REMOTE\\-SERVICE 1 "${released}" "Remote Service ${plain(version)}"`,
    ...section(words('name'), [`${plain(PROGRAM)} \\-`, filled(words('purpose'))]),
    ...section(words('synopsis'), [`.B ${plain(PROGRAM)}`, 'COMMAND [\\-\\-json]']),
    ...section(words('description'), [filled(words('about'))]),
    ...section(
      translate('commandLine.commands'),
      COMMAND_NAMES.flatMap((name) => commandLines(name, translate)),
    ),
    ...section(
      translate('commandLine.options'),
      optionEntries(['json', 'help', 'version'], translate).flatMap(({ usage, description }) =>
        item(usage, description),
      ),
    ),
    ...section(
      translate('commandLine.exitCodes'),
      exitEntries(all, translate).flatMap(({ code, description }) => item(String(code), description)),
    ),
    ...section(
      words('environment'),
      ENVIRONMENT.flatMap((name) => item(name, words(name))),
    ),
    ...section(
      words('files'),
      FILES.flatMap(([file, key]) => item(file, words(key))),
    ),
    ...section(words('seeAlso'), SEE_ALSO.map(reference)),
  ].join('\n');
};

/** `man`: the manual page, for `man -l` or a package to install. */
export const man: Command = async ({ facts, translate }) => {
  const page = pageOf(facts.version, translate);
  return Promise.resolve(streamed(`${page}\n`, { page }));
};
