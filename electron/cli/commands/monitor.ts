import { AppError } from '@shared/errors/app-error';
import { complaintOf, type CommandAnswer } from '@electron/cli/command-answer';
import type { Command, CommandContext } from '@electron/cli/command-context';
import {
  PLUGIN_EXITS,
  pluginLine,
  pluginResult,
  type PluginState,
  type Thresholds,
} from '@electron/cli/monitoring/plugin-result';
import { readMonitoring } from '@electron/cli/read-monitoring';

const DEFAULTS: Thresholds = { warning: 30, critical: 7 };
const MOST_DAYS = 3650;

const daysOf = (option: string | undefined, otherwise: number, flag: string): number => {
  if (option === undefined) return otherwise;
  const days = /^\d{1,4}$/.test(option) ? Number(option) : NaN;
  if (!(days <= MOST_DAYS)) throw new AppError('usage-wrong', { detail: flag });
  return days;
};

const answer = (state: PluginState, line: string): CommandAnswer => ({
  exitCode: PLUGIN_EXITS[state],
  json: { state, line },
  text: line,
  complaint: '',
});

/** The answer of `monitor` where nothing is known: one line on standard output, as plugins write it. */
export const unknownAnswer = (sentence: string): CommandAnswer =>
  answer('UNKNOWN', pluginLine('UNKNOWN', sentence));

const critical = ({ translate }: CommandContext): CommandAnswer =>
  answer('CRITICAL', pluginLine('CRITICAL', complaintOf(translate, 'service-stopped')));

/**
 * `monitor`: one line and an exit code as the Monitoring Plugins Development Guidelines have them. Thresholds are days
 * before the end of the licence.
 */
export const monitor: Command = async (context, { options }) => {
  const thresholds = {
    warning: daysOf(options.warning, DEFAULTS.warning, '--warning'),
    critical: daysOf(options.critical, DEFAULTS.critical, '--critical'),
  };
  const facts = await readMonitoring(context);
  if (facts === null) return critical(context);
  const { state, line } = pluginResult(facts, thresholds, context.translate, context.io.clock.now());
  return answer(state, line);
};
