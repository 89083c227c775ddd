import { AppError } from '@shared/errors/app-error';
import {
  contract,
  type AppClient,
  type AppContract,
  type AppHandlers,
} from '@shared/contract/page/page-contract';
import { channel, entriesOf, type EventSpec } from '@shared/contract/define';
import { answerCall } from '@shared/contract/dispatch';
import type { z } from 'zod';

type Partly<T> = { [D in keyof T]?: Partial<T[D]> };
type Payload<
  D extends keyof AppContract,
  N extends keyof AppContract[D],
> = AppContract[D][N] extends EventSpec ? z.input<AppContract[D][N]['payload']> : never;

/** An app in memory: every argument, answer and event passes the contract's schemas, so none can drift from it. */
export const fakeApp = (handlers: Partly<AppHandlers>) => {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const calls: { channel: string; arg: unknown }[] = [];
  const listenersOf = (name: string) => {
    const found = listeners.get(name) ?? new Set();
    listeners.set(name, found);
    return found;
  };
  const handlerOf = (domain: string, name: string) => {
    const handler = (handlers as Record<string, Record<string, (arg: never) => Promise<unknown>>>)[domain]?.[
      name
    ];
    return handler ?? (() => Promise.reject(new AppError('internal')));
  };
  const client: Record<string, Record<string, unknown>> = {};
  for (const { domain, name, spec, channel: at } of entriesOf(contract)) {
    const entries = (client[domain] ??= {});
    entries[name] =
      spec.kind === 'call'
        ? (arg: unknown) => {
            calls.push({ channel: at, arg });
            return answerCall(at, spec, handlerOf(domain, name), arg, () => undefined);
          }
        : (listener: (payload: unknown) => void) => {
            listenersOf(at).add(listener);
            return () => void listenersOf(at).delete(listener);
          };
  }
  return {
    client: client as unknown as AppClient,
    /** The calls, in order. */
    calls,
    argumentsOf: (at: string) => calls.filter((call) => call.channel === at).map(({ arg }) => arg),
    emit: <D extends keyof AppContract, N extends keyof AppContract[D] & string>(
      domain: D,
      name: N,
      payload: Payload<D, N>,
    ) => {
      const spec = contract[domain][name] as EventSpec;
      const parsed = spec.payload.parse(payload);
      for (const listener of listenersOf(channel(domain, name))) listener(parsed);
    },
    isHeard: (domain: string, name: string) => listenersOf(channel(domain, name)).size > 0,
  };
};
export type FakeApp = ReturnType<typeof fakeApp>;
