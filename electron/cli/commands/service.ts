import type { ServiceAction, ServiceControlStatus } from '@shared/domain/status/service-control';
import { exitWords } from '@shared/i18n/exit-words';
import { formatMoment } from '@shared/i18n/format';
import type { KeyUnder } from '@shared/i18n/messages';
import type { ServiceControl } from '@electron/platform/service-control';
import { aligned, complaintOf, type CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { createEmbeddedControl } from '@electron/cli/embedded-service-commands';
import { EXIT } from '@shared/errors/exit-codes';

/** Recording must not keep the service from being stopped: an operator's act is recorded, others need no record. */
const noteQuietly = async (context: CommandContext, action: ServiceAction) => {
  await askService(context, 'operator', (client) => client.lifetime.note({ action })).catch(() => undefined);
};

const installedControl = (context: CommandContext): ServiceControl => {
  const control = context.io.installedControl();
  return {
    status: () => control.status(),
    act: async (action, options) => {
      if (action !== 'start') await noteQuietly(context, action);
      await control.act(action, options);
      if (action === 'start') await noteQuietly(context, action);
    },
  };
};

const controlOf = (context: CommandContext): ServiceControl =>
  context.facts.mode === 'embedded' ? createEmbeddedControl(context) : installedControl(context);

const textOf = (status: ServiceControlStatus, { translate, locale }: CommandContext) => {
  const label = (name: KeyUnder<'service.label'>) => translate(`service.label.${name}`);
  const unknown = translate('commandLine.value.notKnown');
  return aligned([
    [translate('service.name'), translate(`service.state.${status.state}`)],
    [label('account'), status.account ?? unknown],
    [
      label('startType'),
      status.startType === null ? unknown : translate(`service.startType.${status.startType}`),
    ],
    ...(status.since === null ? [] : [[label('since'), formatMoment(status.since, locale)] as const]),
    ...(status.lastExit === null
      ? []
      : [[label('lastExit'), exitWords(status.lastExit, translate, locale)] as const]),
  ]);
};

const answerOf = (
  status: ServiceControlStatus,
  context: CommandContext,
  isWanted: boolean,
): CommandAnswer => {
  const isRunning = status.state === 'running';
  const code = status.state === 'not-installed' ? 'service-not-installed' : 'service-stopped';
  return {
    exitCode: isRunning || !isWanted ? EXIT.done : EXIT.serviceNotRunning,
    json: status,
    text: textOf(status, context),
    complaint: isRunning || !isWanted ? '' : complaintOf(context.translate, code),
  };
};

/** `service status`: what the service manager says; ends with 20 while the service does not run. */
export const serviceStatus: Command = async (context) =>
  answerOf(await controlOf(context).status(), context, true);

const actionCommand =
  (action: ServiceAction): Command =>
  async (context) => {
    const control = controlOf(context);
    // At a terminal the system's question can be answered; a script is told what is missing instead.
    await control.act(action, { mayAsk: context.io.isTerminal });
    const answer = answerOf(await control.status(), context, action !== 'stop');
    if (action !== 'stop') return answer;
    return { ...answer, text: `${answer.text}\n${context.translate('service.stopped')}` };
  };

/** `service start`, `service stop`, `service restart`: done when the command ends. */
export const serviceStart = actionCommand('start');
export const serviceStop = actionCommand('stop');
export const serviceRestart = actionCommand('restart');
