import { CalendarDay } from '@shared/domain/time/dates';
import { isEntitled, type EntitlementOutcome } from '@shared/domain/licence/entitlement';
import type { RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { formatDay } from '@shared/i18n/format';
import { AppError } from '@shared/errors/app-error';
import { complaintOf } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT, type ExitCode } from '@shared/errors/exit-codes';
import { readStoredLicence } from '@electron/cli/stored-licence';

/** Why there is no maintenance date. */
type MissingReason = 'no-licence' | 'maintenance-unknown' | RefusalCode;
type Ground = { isClockSuspect: boolean } & (
  { maintenanceUntil: string; reason: null } | { maintenanceUntil: null; reason: MissingReason }
);

const fromState = async (context: CommandContext): Promise<Ground> => {
  const { licence, isClockSuspect } = await readStoredLicence(context);
  if (licence.found) {
    return { isClockSuspect, maintenanceUntil: licence.claims.maintenanceUntil, reason: null };
  }
  const reason = 'refusal' in licence ? licence.refusal : 'no-licence';
  // Before the day of its issue no licence is believed: that is the clock's fault, not the licence's.
  return { isClockSuspect: isClockSuspect || reason === 'issued-in-future', maintenanceUntil: null, reason };
};

const fromService = async (context: CommandContext): Promise<Ground> => {
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { licence, clock } = status;
  const maintenanceUntil = licence?.maintenanceUntil ?? null;
  const isClockSuspect = clock.isSuspect;
  if (maintenanceUntil !== null) return { isClockSuspect, maintenanceUntil, reason: null };
  return {
    isClockSuspect,
    maintenanceUntil,
    reason: licence === null ? 'no-licence' : 'maintenance-unknown',
  };
};

/** The state needs no running service; where it is closed to this account, the service is asked. */
const groundOf = async (context: CommandContext): Promise<Ground> => {
  try {
    return await fromState(context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-allowed') return fromService(context);
    throw error;
  }
};

const EXIT_OF: Record<EntitlementOutcome, ExitCode> = {
  entitled: EXIT.done,
  'not-entitled': EXIT.notEntitled,
  'no-licence': EXIT.noLicence,
  'licence-invalid': EXIT.licenceInvalid,
  'clock-suspect': EXIT.clockSuspect,
};

/** Only dates of signed documents are compared, so a clock put back changes no yes into a no and no no into a yes. */
const coverageOf = (maintenanceUntil: string, isClockSuspect: boolean, releasedOn: string) => {
  if (!isEntitled({ releasedOn, backdatedTo: null }, maintenanceUntil)) return 'not-entitled';
  return isClockSuspect ? 'clock-suspect' : 'entitled';
};

const outcomeWithout = (reason: MissingReason): EntitlementOutcome => {
  if (reason === 'issued-in-future') return 'clock-suspect';
  return reason === 'no-licence' || reason === 'maintenance-unknown' ? 'no-licence' : 'licence-invalid';
};

/** The outcome of the maintenance check, with its sentence. */
const verdictOf = (
  { translate, locale }: CommandContext,
  ground: Ground,
  { version, released }: { version: string; released: string },
): { outcome: EntitlementOutcome; sentence: string } => {
  const { maintenanceUntil, isClockSuspect, reason } = ground;
  if (reason !== null) return { outcome: outcomeWithout(reason), sentence: complaintOf(translate, reason) };
  const outcome = coverageOf(maintenanceUntil, isClockSuspect, released);
  const days = { released: formatDay(released, locale), until: formatDay(maintenanceUntil, locale) };
  return { outcome, sentence: translate(`commandAnswer.entitlement.${outcome}`, { version, ...days }) };
};

/**
 * `entitlement --version V --released DATE`: whether maintenance covers a version, for installers and people; a suspect
 * clock and a missing licence have codes of their own, because they are a warning and no refusal.
 */
export const entitlement: Command = async (context, { options }) => {
  const { productVersion: version = '', released = '' } = options;
  if (!/^[\x21-\x7e]{1,64}$/.test(version)) throw new AppError('usage-wrong', { detail: '--version' });
  if (!CalendarDay.safeParse(released).success) throw new AppError('usage-wrong', { detail: '--released' });
  const ground = await groundOf(context);
  const { maintenanceUntil, reason, isClockSuspect } = ground;
  const { outcome, sentence } = verdictOf(context, ground, { version, released });
  return {
    exitCode: EXIT_OF[outcome],
    json: { outcome, version, released, maintenanceUntil, reason, isClockSuspect },
    text: outcome === 'entitled' ? sentence : '',
    complaint: outcome === 'entitled' ? '' : sentence,
  };
};
