import { randomUUID } from 'node:crypto';
import { ipcMain, type WebContents } from 'electron';
import { contract, type AppHandlers } from '@shared/contract/page/page-contract';
import { entriesOf } from '@shared/contract/define';
import { answerCall, failure, type ReportFailure } from '@shared/contract/dispatch';
import { isTrusted } from './trusted-sender';

type AnyHandler = (arg: never) => Promise<unknown>;

/** The only place that listens to a page: one loop over the contract, every call behind the same sender check. */
export const registerHandlers = (
  handlers: AppHandlers,
  owns: (contents: WebContents) => boolean,
  report: ReportFailure,
) => {
  for (const { channel, domain, name, spec } of entriesOf(contract)) {
    if (spec.kind !== 'call') continue;
    const handler = (handlers as Record<string, Record<string, AnyHandler>>)[domain]?.[name];
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    ipcMain.handle(channel, (event, raw: unknown) =>
      isTrusted(event, owns)
        ? answerCall(channel, spec, handler, raw, report)
        : failure('untrusted-sender', {}, randomUUID()),
    );
  }
};
