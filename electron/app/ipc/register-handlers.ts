import { randomUUID } from 'node:crypto';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { contract } from '@shared/contract/page/page-contract';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { entriesOf } from '@shared/contract/define';
import { answerCall, failure, type ReportFailure } from '@shared/contract/dispatch';
import type { Verdict } from './guards/call-guard';
import { passOn, type OwnHandlers } from './pass-on';

type AnyHandler = (arg: never) => Promise<unknown>;

/**
 * The only place that listens to a page: one loop over the contract, every call behind the same guard. What the app does
 * not answer itself goes to the service.
 */
export const registerHandlers = (
  handlers: OwnHandlers,
  service: () => ServiceClient,
  guard: (event: IpcMainInvokeEvent, channel: string) => Promise<Verdict>,
  report: ReportFailure,
) => {
  for (const entry of entriesOf(contract)) {
    const { channel, domain, name, spec } = entry;
    if (spec.kind !== 'call') continue;
    const own = (handlers as Record<string, Record<string, AnyHandler>>)[domain]?.[name];
    const handler = own ?? passOn(entry, service);
    if (handler === null) throw new Error(`no handler for ${channel}`);
    ipcMain.handle(channel, async (event, raw: unknown) => {
      const verdict = await guard(event, channel);
      return verdict === 'may'
        ? answerCall(channel, spec, handler, raw, report)
        : failure(verdict, {}, randomUUID());
    });
  }
};
