import { AppError } from '@shared/errors/app-error';
import { checkFlexnetFile, type FlexnetFile } from '@shared/domain/licence/flexnet/flexnet-file';
import { expiryRange, summariseFeatures } from '@shared/domain/licence/flexnet/flexnet-summary';
import { utcDay } from '@shared/domain/licence/format/licence-dates';
import { formatDay } from '@shared/i18n/format';
import { aligned, type CommandAnswer } from './command-answer';
import type { KeyUnder } from '@shared/i18n/messages';
import type { CommandContext } from './command-context';
import type { LicenceFileFacts } from './command-outputs';
import { EXIT } from '@shared/errors/exit-codes';
import { readOperand } from './read-operand';

type LabelName = KeyUnder<'commandLine.label'>;
type Row = readonly [label: string, value: string];

const factsOf = (
  { serialNumber, servers, vendors, features }: FlexnetFile,
  today: string,
): LicenceFileFacts => {
  const summaries = summariseFeatures(features, today).slice(0, 500);
  return {
    serialNumber,
    expiresOn: expiryRange(summaries)?.latest ?? null,
    servers,
    vendors,
    features: summaries.map(({ name, quantity, expiresOn }) => ({
      id: name.slice(0, 100),
      name: name.slice(0, 200),
      quantity: quantity === 'uncounted' ? null : quantity,
      expiresOn,
    })),
  };
};

const rowsOf = (facts: LicenceFileFacts, { translate, locale }: CommandContext): Row[] => {
  const label = (name: LabelName) => translate(`commandLine.label.${name}`);
  const day = (value: string | null) =>
    value === null ? translate('commandLine.value.withoutEnd') : formatDay(value, locale);
  const firstOnly = (name: LabelName, index: number) => (index === 0 ? label(name) : '');
  return [
    [label('serialNumber'), facts.serialNumber ?? translate('commandLine.value.notKnown')],
    [label('expiresOn'), day(facts.expiresOn)],
    ...facts.servers.map(({ host, hostId, port }, index): Row => [
      firstOnly('licenceServer', index),
      [host, hostId, port ?? '27000-27009'].join(', '),
    ]),
    ...facts.features.map(({ name, quantity, expiresOn }, index): Row => [
      firstOnly('features', index),
      `${quantity === null ? name : translate('commandLine.value.feature', { name, quantity })}, ${day(expiresOn)}`,
    ]),
  ];
};

/** The content of a bare FlexNet licence file. Throws `too-large` or the first problem of the file with its line. */
export const showLicenceFile = async (context: CommandContext, name: string): Promise<CommandAnswer> => {
  const bytes = await readOperand(context, name);
  if (bytes === null) throw new AppError('too-large');
  const read = checkFlexnetFile(bytes);
  if (!read.ok) {
    throw read.code === 'too-large'
      ? new AppError('too-large')
      : new AppError(read.code, { line: read.line, word: read.word });
  }
  const file = factsOf(read.file, utcDay(context.io.clock.now()));
  return { exitCode: EXIT.done, json: { file }, text: aligned(rowsOf(file, context)), complaint: '' };
};
