import { SettingsDraft, draftOf } from '@shared/domain/settings/settings';
import { AppError } from '@shared/errors/app-error';
import { formatMoment } from '@shared/i18n/format';
import type { CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { reloadService, refusalOf, saveEdit } from '@electron/cli/save-settings';

const KEY = 'remoteAssistance.allowed';
const UNTIL_SWITCHED_OFF = 'none';

/** The operand of `allow`: hours, or `none` for a permission that only a person ends; absent = as the settings say. */
const hoursOf = (word: string | undefined): number | null | undefined => {
  if (word === undefined) return undefined;
  if (word === UNTIL_SWITCHED_OFF) return null;
  const hours = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  if (hours < 1 || hours > 168) throw new AppError('usage-wrong', { detail: 'assistance allow' });
  return hours;
};

const done = (json: unknown, lines: string[]): CommandAnswer => ({
  ...{ exitCode: EXIT.done, json, text: lines.join('\n'), complaint: '' },
});

/** `assistance allow [HOURS]`: gives the permission, or counts it anew; needs the service, which keeps its time. */
export const assistanceAllow: Command = async (context, { operands: [word] }) => {
  const { translate, locale, settings } = context;
  const hours = hoursOf(word);
  await askService(context, 'operator', (client) => client.status.read());
  context.prepareFolders();
  const saved = await saveEdit(settings, (view) => {
    const draft = draftOf(view);
    const { endsAfterHours } = draft.remoteAssistance;
    const change = { allowed: true, endsAfterHours: hours === undefined ? endsAfterHours : hours };
    return SettingsDraft.parse({ ...draft, remoteAssistance: { ...draft.remoteAssistance, ...change } });
  });
  if (!saved.saved) return refusalOf(context, saved.problems, KEY);
  await reloadService(context);
  const permission = await askService(context, 'operator', (client) => client.assistance.permitAgain());
  const { until, unmet } = permission;
  const words =
    until === null
      ? translate('commandLine.assistance.allowed')
      : translate('commandLine.assistance.allowedUntil', { time: formatMoment(until, locale) });
  const missing = unmet.map((key) => `- ${translate(`page.remoteService.assistance.${key}`)}`);
  const lines =
    missing.length === 0 ? [words] : [words, translate('commandLine.assistance.unmet'), ...missing];
  return done(permission, lines);
};

/** `assistance forbid`: no new session; one that runs goes on until it ends or is ended. */
export const assistanceForbid: Command = async (context) => {
  context.prepareFolders();
  const saved = await saveEdit(context.settings, (view) => {
    const draft = draftOf(view);
    return { ...draft, remoteAssistance: { ...draft.remoteAssistance, allowed: false } };
  });
  if (!saved.saved) return refusalOf(context, saved.problems, KEY);
  await reloadService(context);
  return done({ allowed: false, until: null }, [context.translate('commandLine.assistance.forbidden')]);
};

/** `assistance end`: cuts the session that runs, now. */
export const assistanceEnd: Command = async (context) => {
  const { hasEnded } = await askService(context, 'operator', (client) => client.assistance.stop());
  const words = hasEnded ? 'ended' : 'nothingToEnd';
  return done({ ended: hasEnded }, [context.translate(`commandLine.assistance.${words}`)]);
};
