import type { LicenceSummary } from '@shared/domain/licence/licence-summary';
import { formatDay } from '@shared/i18n/format';
import type { KeyUnder } from '@shared/i18n/messages';
import type { CommandContext } from './command-context';

type Row = readonly [label: string, value: string];

/** A licence as lines for a person. */
export const licenceRows = (
  { translate, locale }: Pick<CommandContext, 'translate' | 'locale'>,
  licence: Omit<LicenceSummary, 'customer'>,
): Row[] => {
  const label = (name: KeyUnder<'commandLine.label'>) => translate(`commandLine.label.${name}`);
  const notKnown = translate('commandLine.value.notKnown');
  const day = (value: string | null, otherwise: string) =>
    value === null ? otherwise : formatDay(value, locale);
  const features = licence.features.map(({ name, quantity }) =>
    quantity === null ? name : translate('commandLine.value.feature', { name, quantity }),
  );
  return [
    [label('serialNumber'), licence.serialNumber ?? notKnown],
    [label('sequence'), licence.sequence === null ? notKnown : String(licence.sequence)],
    [label('expiresOn'), day(licence.expiresOn, translate('commandLine.value.withoutEnd'))],
    [label('maintenanceUntil'), day(licence.maintenanceUntil, notKnown)],
    [label('users'), licence.users === null ? notKnown : String(licence.users)],
    ...features.map((feature, index): Row => [index === 0 ? label('features') : '', feature]),
  ];
};
