import { randomUUID } from 'node:crypto';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { contract, type AppHandlers } from '@shared/contract/page/page-contract';
import { entriesOf } from '@shared/contract/define';
import { answerCall, failure, type ReportFailure } from '@shared/contract/dispatch';
import type { Verdict } from './guards/call-guard';

type AnyHandler = (arg: never) => Promise<unknown>;

/** The only place that listens to a page: one loop over the contract, every call behind the same guard. */
export const registerHandlers = (
  handlers: AppHandlers,
  guard: (event: IpcMainInvokeEvent, channel: string) => Promise<Verdict>,
  report: ReportFailure,
) => {
  for (const { channel, domain, name, spec } of entriesOf(contract)) {
    if (spec.kind !== 'call') continue;
    const handler = (handlers as Record<string, Record<string, AnyHandler>>)[domain]?.[name];
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    ipcMain.handle(channel, async (event, raw: unknown) => {
      const verdict = await guard(event, channel);
      return verdict === 'may'
        ? answerCall(channel, spec, handler, raw, report)
        : failure(verdict, {}, randomUUID());
    });
  }
};
