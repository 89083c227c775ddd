import { AppError } from '@shared/errors/app-error';
import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { flawOf } from '@shared/domain/licence/licence-flaw';
import { licensedPools } from '@shared/domain/licence/licensed-pools';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { FlexnetFile } from '@shared/domain/licence/flexnet/rules/flexnet-file';
import { formatDay } from '@shared/i18n/format';
import { paramsOfFlaw } from '@shared/i18n/params-of-flaw';
import { poolWords } from '@shared/i18n/pool-words';
import { aligned, flawWords, type CommandAnswer } from './command-answer';
import type { KeyUnder } from '@shared/i18n/messages';
import type { CommandContext } from './command-context';
import type { LicenceFileFacts } from './command-outputs';
import { EXIT } from '@shared/errors/exit-codes';
import { readOperand } from './read-operand';

type LabelName = KeyUnder<'commandLine.label'>;
type Row = readonly [label: string, value: string];

const factsOf = (file: FlexnetFile, now: number): LicenceFileFacts => {
  const at = inForceAt(file, now);
  return {
    state: at.state,
    serialNumber: at.serialNumbers[0] ?? null,
    serialNumbers: at.serialNumbers,
    expiresOn: at.expiresOn,
    servers: file.servers.map(({ host, hostId, port }) => ({ host, hostId, port })),
    vendors: file.vendors.map(({ name, port }) => ({ name, port })),
    ...licensedPools(at),
  };
};

const rowsOf = (facts: LicenceFileFacts, { translate, locale }: CommandContext): Row[] => {
  const label = (name: LabelName) => translate(`commandLine.label.${name}`);
  const day = (value: string | null) =>
    value === null ? translate('commandLine.value.withoutEnd') : formatDay(value, locale);
  const firstOnly = (name: LabelName, index: number) => (index === 0 ? label(name) : '');
  const serials = facts.serialNumbers.join(', ');
  return [
    [label('serialNumber'), serials === '' ? translate('commandLine.value.notKnown') : serials],
    [label('expiresOn'), day(facts.expiresOn)],
    ...facts.servers.map(({ host, hostId, port }, index): Row => [
      firstOnly('licenceServer', index),
      [host, hostId, port ?? '27000-27009'].join(', '),
    ]),
    ...facts.features.map((pool, index): Row => [
      firstOnly('features', index),
      poolWords(pool, { translate, locale }).join(', '),
    ]),
    ...(facts.moreFeatures === 0
      ? []
      : [['', translate('page.licence.moreFeatures', { count: facts.moreFeatures })] as const]),
  ];
};

/**
 * The content of a bare FlexNet licence file; ends with 12 where all of it is over or none of it has begun. Throws `too-large` or
 * the first problem of the file with its line.
 */
export const showLicenceFile = async (context: CommandContext, name: string): Promise<CommandAnswer> => {
  const bytes = await readOperand(context, name);
  if (bytes === null) throw new AppError('too-large');
  const read = readLicence(bytes);
  if (!read.ok) throw new AppError('too-large');
  const now = context.io.clock.now();
  const flaw = flawOf(read.file, inForceAt(read.file, now));
  if (flaw?.line != null) throw new AppError(flaw.code, paramsOfFlaw(flaw));
  const file = factsOf(read.file, now);
  return {
    exitCode: flaw === null ? EXIT.done : EXIT.licenceInvalid,
    json: { file },
    text: aligned(rowsOf(file, context)),
    complaint: flaw === null ? '' : flawWords(flaw, context.translate),
  };
};
