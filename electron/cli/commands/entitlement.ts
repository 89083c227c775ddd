import { CalendarDay } from '@shared/domain/time/dates';
import { isEntitled, type EntitlementOutcome } from '@shared/domain/licence/entitlement';
import type { RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { formatDay } from '@shared/i18n/format';
import { AppError } from '@shared/errors/app-error';
import { complaintOf } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT, type ExitCode } from '@electron/cli/exit-codes';
import { readHeldLicence } from '@electron/cli/stored-licence';

interface Ground {
  maintenanceUntil: string | null;
  isClockSuspect: boolean;
  /** Why there is no maintenance date. */
  reason: 'no-licence' | 'maintenance-unknown' | RefusalCode | null;
}

const fromState = async (context: CommandContext): Promise<Ground> => {
  const { licence, isClockSuspect } = await readHeldLicence(context);
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
  const reason = licence === null ? 'no-licence' : 'maintenance-unknown';
  return {
    maintenanceUntil,
    isClockSuspect: clock.isSuspect,
    reason: maintenanceUntil === null ? reason : null,
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
const outcomeOf = (
  { maintenanceUntil, isClockSuspect, reason }: Ground,
  releasedOn: string,
): EntitlementOutcome => {
  if (reason === 'issued-in-future') return 'clock-suspect';
  if (reason === 'no-licence' || reason === 'maintenance-unknown') return 'no-licence';
  if (maintenanceUntil === null) return 'licence-invalid';
  if (!isEntitled({ releasedOn, backdatedTo: null }, maintenanceUntil)) return 'not-entitled';
  return isClockSuspect ? 'clock-suspect' : 'entitled';
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
  const { maintenanceUntil, reason } = ground;
  const outcome = outcomeOf(ground, released);
  const { translate, locale } = context;
  const day = (date: string | null) => (date === null ? '?' : formatDay(date, locale));
  const sentence =
    reason === null
      ? translate(`commandAnswer.entitlement.${outcome}`, {
          ...{ version, released: day(released), until: day(maintenanceUntil) },
        })
      : complaintOf(translate, reason);
  return {
    exitCode: EXIT_OF[outcome],
    json: { outcome, version, released, maintenanceUntil, reason, isClockSuspect: ground.isClockSuspect },
    text: outcome === 'entitled' ? sentence : '',
    complaint: outcome === 'entitled' ? '' : sentence,
  };
};
