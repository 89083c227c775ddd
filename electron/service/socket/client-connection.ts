import { ParameterStructures, type MessageConnection } from 'vscode-jsonrpc/node';
import type { FrameSocket } from '@electron/link/frame-socket';
import { createJsonRpc } from '@electron/link/json-rpc';
import { mayUse, type Role } from '@electron/link/role';
import { entriesOf, type CallSpec, type EventSpec, type Reply } from '@shared/contract/define';
import { answerCall, failure, type ReportFailure } from '@shared/contract/dispatch';
import type { Caller } from '@shared/contract/service/caller';
import { serviceContract, type ServiceHandlers } from '@shared/contract/service/service-contract';
import type { AccountLoad } from './account-loads';
import { EventOutbox } from './event-outbox';

/** Requests of one account, over all its connections, that may wait for an answer. */
export const REQUESTS_CAP = 64;

type Handler = (arg: never, caller: Caller) => Promise<unknown>;

/** Every call of the contract under its channel, with its handler. */
const callsOf = (handlers: ServiceHandlers) => {
  const byDomain = handlers as unknown as Record<string, Record<string, Handler>>;
  const calls = new Map<string, { spec: CallSpec; handler: Handler }>();
  for (const { channel, domain, name, spec } of entriesOf(serviceContract)) {
    const handler = byDomain[domain]?.[name];
    if (spec.kind === 'call' && handler !== undefined) calls.set(channel, { spec, handler });
  }
  return calls;
};

/** Answers one request of a role; who may not ask is told so before the argument is looked at. */
export const createSocketCallHandler = (handlers: ServiceHandlers, report: ReportFailure) => {
  const calls = callsOf(handlers);
  return async (role: Role, channel: string, params: unknown, caller: Caller): Promise<Reply<unknown>> => {
    const call = calls.get(channel);
    if (call === undefined) return failure('bad-input', { at: 'method' }, crypto.randomUUID());
    if (!mayUse(role, call.spec.access)) return failure('not-allowed', {}, crypto.randomUUID());
    const raw: unknown = Array.isArray(params) ? params[0] : undefined;
    return answerCall(channel, call.spec, (arg: never) => call.handler(arg, caller), raw, report);
  };
};

export type SocketCallHandler = ReturnType<typeof createSocketCallHandler>;

export interface ConnectionUse {
  answer: SocketCallHandler;
  onUnsent: (event: string, error: unknown) => void;
  /** What this connection's account takes of the service. */
  load: Pick<AccountLoad, 'requests'>;
}

/** A client that has proved its role. */
export class ClientConnection {
  private readonly rpc: MessageConnection;
  private readonly events: EventOutbox;

  constructor(
    private readonly frames: FrameSocket,
    { role, account }: { role: Role; account: Caller['account'] },
    { answer, onUnsent, load }: ConnectionUse,
  ) {
    this.rpc = createJsonRpc(frames, 'service', () => {
      load.requests += 1;
      if (load.requests > REQUESTS_CAP) frames.close();
    });
    const caller: Caller = { account, onGone: (listener) => void frames.onClosed(listener) };
    this.rpc.onRequest(async (method, params) => {
      try {
        return await answer(role, method, params, caller);
      } finally {
        load.requests -= 1;
      }
    });
    this.events = new EventOutbox({
      isCongested: () => frames.isCongested,
      send: (event, payload) => {
        this.rpc
          .sendNotification(event, ParameterStructures.byPosition, payload)
          .catch((error: unknown) => onUnsent(event, error));
      },
    });
    frames.onDrained(() => this.events.flush());
    frames.onClosed(() => {
      this.events.close();
      this.rpc.dispose();
    });
    this.rpc.listen();
  }

  /** Tells of an event; a client that does not keep up gets the newest state when it does, and keeps its connection. */
  send(channel: string, payload: unknown, join: EventSpec['join']) {
    this.events.put(channel, payload, join);
  }

  close() {
    this.frames.close();
  }
}
