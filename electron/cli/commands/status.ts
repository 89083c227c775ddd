import { connectionWords } from '@shared/i18n/connection-words';
import { systemClock } from '@shared/domain/time/clock';
import { timestampOf } from '@shared/domain/time/dates';
import type { Status } from '@shared/domain/status/status';
import { exitWords } from '@shared/i18n/exit-words';
import { formatMoment } from '@shared/i18n/format';
import { AppError } from '@shared/errors/app-error';
import { aligned, complaintOf, flawWords, jsonText, type CommandAnswer } from '@electron/cli/command-answer';
import type { Command, CommandContext } from '@electron/cli/command-context';
import { EXIT, type ExitCode } from '@shared/errors/exit-codes';
import { licenceRows } from '@electron/cli/licence-rows';
import { prometheusText } from '@electron/cli/monitoring/prometheus';
import { readMonitoring } from '@electron/cli/read-monitoring';
import { readStatus } from '@electron/cli/read-status';
import { streamed } from '@electron/cli/standard-stream';
import type { KeyUnder } from '@shared/i18n/messages';

type Row = readonly [label: string, value: string];
type Texts = Pick<CommandContext, 'translate' | 'locale'>;

const exitCodeOfState = ({ connection }: Status): ExitCode => {
  if (connection.state === 'service-stopped') return EXIT.serviceNotRunning;
  return connection.state === 'failed' || connection.state === 'connecting' ? EXIT.notConnected : EXIT.done;
};

const complaintAbout = ({ connection }: Status, { translate }: Texts): string => {
  if (connection.state === 'service-stopped') return complaintOf(translate, 'service-stopped');
  if (connection.state === 'connecting') return translate('connection.explain.connecting');
  if (connection.state !== 'failed') return '';
  return connection.reason === null
    ? translate('connection.explain.failed')
    : complaintOf(translate, connection.reason, connection.params);
};

const connectionRows = ({ connection }: Status, { translate, locale }: Texts): Row[] => {
  const label = (name: KeyUnder<'commandLine.label'>) => translate(`commandLine.label.${name}`);
  const state = connectionWords(connection, translate);
  const value =
    connection.since === null
      ? state
      : translate('commandLine.value.since', { state, time: formatMoment(connection.since, locale) });
  return [
    [label('connection'), value],
    ...connection.missing.map((step, index): Row => [
      index === 0 ? label('missing') : '',
      translate(`connection.missing.${step}`),
    ]),
    ...(connection.nextTry === null
      ? []
      : [[label('nextTry'), formatMoment(connection.nextTry, locale)] as const]),
  ];
};

const licenceServerRows = ({ licenceServers }: Status, { translate }: Texts): Row[] =>
  licenceServers.map(({ name, state, path, reason, flaw }) => {
    const words = [name, translate(`licenceServer.state.${state}`), path];
    const flawed = flaw === null ? [] : [flawWords(flaw, translate)];
    const why = reason === null ? flawed : [complaintOf(translate, reason)];
    return [
      translate('commandLine.label.licenceServer'),
      [...words, ...why].filter((word) => word !== '').join(', '),
    ];
  });

const serviceRow = ({ service }: Status, { translate }: Texts): Row => {
  const account = service.account ?? translate('commandLine.value.notKnown');
  const value = translate(`commandLine.value.${service.state}`, { version: service.version, account });
  return [translate('commandLine.label.service'), value];
};

const clockWarning = ({ clock }: Status, { translate, locale }: Texts) => {
  const now = timestampOf(systemClock.now());
  const times = { clock: formatMoment(now, locale), floor: formatMoment(clock.floor, locale) };
  if (clock.doubted !== null) {
    return translate('timeFloor.doubted', { time: formatMoment(clock.doubted, locale) });
  }
  return translate('page.overview.attention.clock.text', times);
};

/** The time that is certain, and why, where it is not simply the clock's. */
const timeRows = ({ clock }: Status, { translate, locale }: Texts): Row[] =>
  clock.source === 'clock'
    ? []
    : [
        [
          translate('commandLine.label.timeFloor'),
          translate(`timeFloor.${clock.source}`, { time: formatMoment(clock.floor, locale) }),
        ],
      ];

/** Why an installed service does not run, as the system's service manager tells it, such as that it crashed too often. */
const lastExitRows = async (status: Status, context: CommandContext): Promise<Row[]> => {
  if (status.service.state !== 'stopped' || context.facts.mode !== 'installed') return [];
  const control = await context.io
    .installedControl()
    .status()
    .catch(() => null);
  if (!control?.lastExit) return [];
  const { translate, locale } = context;
  return [[translate('service.label.lastExit'), exitWords(control.lastExit, translate, locale)]];
};

const textOf = (status: Status, texts: Texts, lastExit: readonly Row[]): string => {
  const { translate, locale } = texts;
  const label = (name: KeyUnder<'commandLine.label'>) => translate(`commandLine.label.${name}`);
  const { organisation, licence, lastSignedProof, serialNumber, refusedLicence } = status;
  const withoutLicence: Row = [
    label('serialNumber'),
    serialNumber.value ?? translate('commandLine.value.notKnown'),
  ];
  return aligned([
    ...connectionRows(status, texts),
    ...(organisation === null ? [] : [[label('organisation'), organisation.name] as const]),
    ...(licence === null ? [withoutLicence] : licenceRows(texts, licence)),
    ...(lastSignedProof === null
      ? []
      : [[label('lastSignedProof'), formatMoment(lastSignedProof, locale)] as const]),
    ...licenceServerRows(status, texts),
    serviceRow(status, texts),
    ...lastExit,
    ...(refusedLicence === null ? [] : [[label('notice'), flawWords(refusedLicence, translate)] as const]),
    ...timeRows(status, texts),
    ...(status.clock.isSuspect ? [[label('notice'), clockWarning(status, texts)] as const] : []),
    ...status.notices.map(({ code, params }): Row => [label('notice'), complaintOf(translate, code, params)]),
  ]);
};

const FORMATS = ['text', 'json', 'prometheus'];

/** The metrics of Prometheus' textfile collector; whether the service runs is one of them, so it ends with 0 either way. */
const metricsOf = async (context: CommandContext): Promise<CommandAnswer> => {
  const metrics = prometheusText(await readMonitoring(context), context.io.clock.now());
  return streamed(metrics, { metrics });
};

/** `status`: what the service knows; ends with 20 while it does not run and 21 while there should be a connection and is none. */
export const status: Command = async (context, { options: { format = 'text' } }) => {
  if (!FORMATS.includes(format)) throw new AppError('usage-wrong', { detail: '--format' });
  if (format === 'prometheus') return metricsOf(context);
  const known = await readStatus(context);
  return {
    exitCode: exitCodeOfState(known),
    json: known,
    text: textOf(known, context, await lastExitRows(known, context)),
    ...(format === 'json' ? { document: jsonText(known) } : {}),
    complaint: complaintAbout(known, context),
  };
};
