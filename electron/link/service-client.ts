import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ErrorCodes, ParameterStructures, ResponseError, type MessageConnection } from 'vscode-jsonrpc/node';
import type { z } from 'zod';
import type { DataPlace } from '@electron/platform/folders';
import { createLocalEndpoint, type LocalEndpoint } from '@electron/platform/local-endpoint';
import { OPERATORS_GROUP } from '@shared/domain/status/service-names';
import { statusEvolution } from '@shared/domain/status/status-evolution';
import { AppError } from '@shared/errors/app-error';
import { COMMON_FAILURES, ReplySchema, entriesOf, type CallSpec, type Reply } from '@shared/contract/define';
import { failure } from '@shared/contract/dispatch';
import { readLeniently } from '@shared/contract/read-leniently';
import { serviceContract, type ServiceClient } from '@shared/contract/service/service-contract';
import { FrameSocket } from './frame-socket';
import { HANDSHAKE_CAP, handshakeWithService } from './handshake';
import { createJsonRpc } from './json-rpc';
import type { Role } from './role';
import { readRoleKey } from './role-keys';

export interface LinkTarget {
  /** The folder with the service's socket and role keys, absolute. */
  runFolder: string;
  role: Role;
  /** The caller's own version; shown in the service's log. */
  build: string;
  /** Whose service it is: embedded, the default, belongs to the own account; installed, to the one the machine gave it. */
  mode?: DataPlace['mode'];
  /** For one call, in ms. */
  callDeadline?: number;
}

export interface ServiceLink {
  client: ServiceClient;
  /** The service's version, as it said when it proved itself. */
  build: string;
  /** Called once when the link has ended, whoever ended it; returns how to stop listening. */
  onClosed(listener: () => void): () => void;
  close(): void;
}

const CALL_DEADLINE = 10_000;

/** A service whose places are taken, all or those of this account, has one again in a moment: commands are short. */
const BUSY_TRIES = 40;
const BUSY_PAUSE_MS = 50;

const openSocket = (endpoint: LocalEndpoint, runFolder: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const address = endpoint.address(runFolder);
    const socket = connect(address.path);
    socket.once('connect', () => {
      address.release();
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      address.release();
      reject(new AppError(endpoint.connectFailures[error.code ?? ''] ?? 'service-stopped', {}, error));
    });
  });

/**
 * Takes an answer apart, that of another version by the rules for it; one that is not as the contract says is as good as
 * none.
 */
const readReply = (spec: CallSpec, raw: unknown): Reply<unknown> => {
  const reply = readLeniently(ReplySchema, raw, statusEvolution);
  if (reply === null) return failure('internal', {}, '');
  if (!reply.ok) {
    const isKnown = [...spec.fails, ...COMMON_FAILURES].includes(reply.error.code);
    return isKnown ? reply : failure('internal', {}, reply.error.ref);
  }
  const isNothing = spec.output.safeParse(undefined).success && reply.value === undefined;
  const value = isNothing ? undefined : readLeniently(spec.output, reply.value, statusEvolution);
  return value === null && !spec.output.safeParse(null).success
    ? failure('internal', {}, '')
    : { ok: true, value };
};

const ask = async (
  rpc: MessageConnection,
  method: string,
  spec: CallSpec,
  arg: unknown,
): Promise<Reply<unknown>> => {
  try {
    const args = arg === undefined ? [] : [ParameterStructures.byPosition, arg];
    return readReply(spec, await rpc.sendRequest<unknown>(method, ...args));
  } catch (error) {
    // The service answers with a value whatever happens; an error is the link's own: lost, or a frame too large.
    const isTooLarge = error instanceof ResponseError && error.code === ErrorCodes.InternalError;
    return failure(isTooLarge ? 'internal' : 'service-stopped', {}, '');
  }
};

const callOver = async (
  rpc: MessageConnection,
  method: string,
  spec: CallSpec,
  arg: unknown,
  deadline: number,
) => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reply<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(failure('service-stopped', {}, '')), deadline);
  });
  return Promise.race([ask(rpc, method, spec, arg), late]).finally(() => clearTimeout(timer));
};

const listenTo = (rpc: MessageConnection, method: string, payload: z.ZodType) => {
  const listeners = new Set<(payload: unknown) => void>();
  rpc.onNotification(method, (raw: unknown) => {
    const read = readLeniently(payload, raw, statusEvolution);
    if (read !== null) for (const listener of listeners) listener(read);
  });
  return (listener: (payload: unknown) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
};

/** Only a service of another version does not know a call of the contract. */
const named = (reply: Reply<unknown>) =>
  !reply.ok && reply.error.code === 'bad-input' && reply.error.params['at'] === 'method'
    ? failure('service-version', {}, reply.error.ref)
    : reply;

/** The client is the contract, walked: a call asks, an event listens. */
const clientOver = (rpc: MessageConnection, deadline: number): ServiceClient => {
  const client: Record<string, Record<string, unknown>> = {};
  for (const { channel, domain, name, spec } of entriesOf(serviceContract)) {
    const entry =
      spec.kind === 'call'
        ? async (arg: unknown) => named(await callOver(rpc, channel, spec, arg, deadline))
        : listenTo(rpc, channel, spec.payload);
    client[domain] = { ...client[domain], [name]: entry };
  }
  return client as unknown as ServiceClient;
};

const openLink = async (target: LinkTarget): Promise<ServiceLink> => {
  const { runFolder, role } = target;
  const endpoint = createLocalEndpoint();
  const trust = endpoint.findOwners(runFolder, target.mode ?? 'embedded');
  const key = readRoleKey(runFolder, role, trust, endpoint);
  const frames = new FrameSocket(await openSocket(endpoint, runFolder), HANDSHAKE_CAP);
  const build = await handshakeWithService(frames, {
    ...{ build: target.build, role, key },
    showAccount: (name) => endpoint.showIdentity(runFolder, name),
  });
  const rpc = createJsonRpc(frames, 'client');
  // A lost link settles what still waits for an answer.
  frames.onClosed(() => rpc.dispose());
  const client = clientOver(rpc, target.callDeadline ?? CALL_DEADLINE);
  rpc.listen();
  return { client, build, onClosed: (listener) => frames.onClosed(listener), close: () => frames.close() };
};

const openLinkWhenFree = async (target: LinkTarget): Promise<ServiceLink> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await openLink(target);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-busy' || tries === BUSY_TRIES) throw error;
      await wait(BUSY_PAUSE_MS);
    }
  }
};

/**
 * Connects to the service and has both ends prove themselves. Throws `AppError`: `service-stopped` (nothing answers, try
 * again), `service-untrusted` (socket or key of a stranger, or a wrong proof; nothing secret was sent),
 * `service-version` (another protocol), `service-busy` (all its places, or those of this account, stayed taken for seconds), `not-allowed` (the folder or the role's
 * key is closed to this account), which of an installed service is `not-operator`. Calls never throw: a lost link answers
 * `service-stopped`.
 */
export const connectToService = async (target: LinkTarget): Promise<ServiceLink> => {
  try {
    return await openLinkWhenFree(target);
  } catch (error) {
    const isClosed = error instanceof AppError && error.code === 'not-allowed';
    if (isClosed && target.mode === 'installed')
      throw new AppError('not-operator', { group: OPERATORS_GROUP }, error);
    throw error;
  }
};
