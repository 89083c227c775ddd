import { AppError } from '@shared/errors/app-error';
import { ChangeFollower } from '@shared/domain/changes/change-follower';
import { checkRules } from '@shared/domain/connection/check-change';
import { isFinished, type ConnectionCheck } from '@shared/domain/connection/connection-check';
import { linesOfStage } from '@shared/i18n/check-words';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { Reply } from '@shared/contract/define';
import { plainText } from '@electron/cli/command-answer';
import { outputNotTaken } from '@electron/cli/output-failure';
import type { Command } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';

const valueOf = <V>(reply: Reply<V>): V => {
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.params);
};

/** Begins a check and resolves to it when it has ended; `onChange` hears of every step on the way. */
const runCheck = async (
  client: ServiceClient,
  onChange: (check: ConnectionCheck) => void,
): Promise<ConnectionCheck> => {
  let end: (check: ConnectionCheck | Promise<never>) => void = () => undefined;
  let id: string | null = null;
  const ended = new Promise<ConnectionCheck>((resolve) => (end = resolve));
  const follower = new ChangeFollower(checkRules, {
    read: async () => {
      const reply = await client.check.read();
      if (!reply.ok) end(Promise.reject(new AppError(reply.error.code, reply.error.params)));
      return reply.ok ? reply.value.check : null;
    },
    onDocument: (check) => {
      if (check.id !== id) return;
      onChange(check);
      if (check.outcome !== 'running') end(check);
    },
  });
  const stop = client.check.progress((change) => {
    if (change.epoch === id) follower.changed(change);
  });
  try {
    ({ id } = valueOf(await client.check.start()));
    // Events sent before its id was known are in the answer, an early end too.
    await follower.read();
    return await ended;
  } finally {
    stop();
  }
};

/** `check`: has the service check the connection; a line for each stage, in order, as soon as it is known. */
export const check: Command = async ({ io, facts, paths, translate, locale }, { isJson }) => {
  const link = await io.connect({
    runFolder: paths.run,
    mode: paths.mode,
    role: 'operator',
    build: facts.version,
  });
  const lost = new Promise<never>((_resolve, reject) => {
    link.onClosed(() => reject(new AppError('service-stopped')));
  });
  lost.catch(() => undefined);
  let told = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const tell = ({ stages }: ConnectionCheck) => {
    for (let next = stages[told]; next !== undefined && isFinished(next); next = stages[told]) {
      const text = plainText(linesOfStage(next, translate, locale).join('\n'));
      told += 1;
      writing = writing.then(() => io.out(`${text}\n`));
      // Awaited at the end only.
      writing.catch(() => undefined);
    }
  };
  try {
    const done = await Promise.race([runCheck(link.client, isJson ? () => undefined : tell), lost]);
    await writing.catch(outputNotTaken);
    const verdict = translate(`connectionCheck.verdict.${done.outcome}`);
    const hasPassed = done.outcome === 'passed';
    return {
      exitCode: hasPassed ? EXIT.done : EXIT.notConnected,
      json: done,
      text: hasPassed ? verdict : '',
      complaint: hasPassed ? '' : verdict,
    };
  } finally {
    link.close();
  }
};
