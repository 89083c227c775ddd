import { createServer, type Server, type Socket } from 'node:net';
import { FrameSocket } from '@electron/link/frame-socket';
import { BUSY, HANDSHAKE_CAP, handshakeWithClient } from '@electron/link/handshake';
import { ensureRoleKeys } from '@electron/link/role-keys';
import type { Role } from '@electron/link/role';
import type { Logger } from '@electron/log/logger';
import { AppError } from '@shared/errors/app-error';
import { createLocalEndpoint, type EndpointAddress } from '@electron/platform/local-endpoint';
import { channel, entriesOf, type EventSpec } from '@shared/contract/define';
import type { ReportFailure } from '@shared/contract/dispatch';
import {
  serviceContract,
  type PublishFromService,
  type ServiceHandlers,
} from '@shared/contract/service/service-contract';
import type { NamePeer } from './peer-account';
import { stateReports } from '@electron/service/state/state-reports';
import { ACCOUNT_CONNECTIONS_CAP, AccountLoads, type AccountLoad } from './account-loads';
import { ClientConnection, createSocketCallHandler, type SocketCallHandler } from './client-connection';

export const CONNECTIONS_CAP = 32;

const EVENTS = new Map<string, EventSpec>(
  entriesOf(serviceContract).flatMap((entry) =>
    entry.spec.kind === 'event' ? [[entry.channel, entry.spec]] : [],
  ),
);

export interface SocketListenerParts {
  runFolder: string;
  /** The service's version. */
  build: string;
  handlers: ServiceHandlers;
  log: Logger;
  /** Names the account that a client has shown. */
  namePeer: NamePeer;
  handshakeDeadline?: number;
  /** How many connections one account may have. */
  accountCap?: number;
}

/** The service's end of the local socket: proof, role, contract; nothing else passes. */
export class SocketListener {
  private server: Server | null = null;
  private address: EndpointAddress | null = null;
  private readonly unproven = new Set<FrameSocket>();
  private readonly sessions = new Set<ClientConnection>();
  private readonly answer: SocketCallHandler;
  private readonly endpoint = createLocalEndpoint();
  private readonly loads: AccountLoads;

  constructor(private readonly parts: SocketListenerParts) {
    const report: ReportFailure = (ref, name, error) =>
      parts.log.error({ ref, call: name, err: error }, 'call failed');
    this.loads = new AccountLoads(this.endpoint.showsAccounts, parts.accountCap ?? ACCOUNT_CONNECTIONS_CAP);
    this.answer = createSocketCallHandler(parts.handlers, report);
  }

  /** Throws `AppError` `service-already-running`, `socket-in-the-way` or what a role key that cannot be trusted says. */
  async start(): Promise<void> {
    const { endpoint } = this;
    const keys = await ensureRoleKeys(this.parts.runFolder, endpoint, (file, keptAs) =>
      stateReports.damaged(file, keptAs),
    );
    endpoint.openIdentities(this.parts.runFolder);
    const server = createServer((socket) => this.accept(socket, keys));
    this.address = await endpoint.claim(server, this.parts.runFolder);
    server.on('error', (error) => this.parts.log.error({ err: error }, 'listener failed'));
    this.server = server;
  }

  stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return Promise.resolve();
    for (const one of [...this.unproven, ...this.sessions]) one.close();
    return new Promise((resolve) =>
      server.close(() => {
        this.address?.release();
        resolve();
      }),
    );
  }

  /** Tells every connected client; the payload is parsed first. */
  readonly publish: PublishFromService = (domain, name, payload) => {
    const event = channel(domain, name);
    const spec = EVENTS.get(event);
    const parsed = spec?.payload.safeParse(payload);
    if (spec === undefined || parsed?.success !== true) {
      this.parts.log.error({ event, err: parsed?.error }, 'event is not as the contract says');
      return;
    }
    for (const session of this.sessions) session.send(event, parsed.data, spec.join);
  };

  private accept(socket: Socket, keys: Record<Role, Uint8Array>) {
    const frames = new FrameSocket(socket, HANDSHAKE_CAP);
    if (this.sessions.size >= CONNECTIONS_CAP) {
      frames.send(BUSY);
      frames.finish();
      return;
    }
    // A connection without proof gives up its place, so that many silent connections cannot keep a real client out.
    const [oldest] = this.unproven;
    if (this.sessions.size + this.unproven.size >= CONNECTIONS_CAP) oldest?.close();
    this.unproven.add(frames);
    frames.onClosed(() => void this.unproven.delete(frames));
    void this.handshake(frames, keys);
  }

  /** Counts a connection for its account until it is closed; null where the account has its share. */
  private admit(frames: FrameSocket, account: number | null): AccountLoad | null {
    const load = this.loads.enter(account);
    if (load !== null) frames.onClosed(() => this.loads.leave(account, load));
    return load;
  }

  private async handshake(frames: FrameSocket, keys: Record<Role, Uint8Array>) {
    const { build, handshakeDeadline: deadline, log, namePeer, runFolder } = this.parts;
    const place: { load: AccountLoad | null } = { load: null };
    try {
      const {
        role,
        account,
        build: clientBuild,
      } = await handshakeWithClient(frames, {
        build,
        keys,
        takeAccount: (name) => this.endpoint.takeIdentity(runFolder, name),
        admit: (shown) => (place.load = this.admit(frames, shown)) !== null,
        ...(deadline === undefined ? {} : { deadline }),
      });
      this.unproven.delete(frames);
      const session = new ClientConnection(
        frames,
        { role, account: () => namePeer(account) },
        {
          answer: this.answer,
          onUnsent: (event, error) => log.warn({ event, err: error }, 'event not sent'),
          load: place.load ?? { requests: 0 },
        },
      );
      this.sessions.add(session);
      frames.onClosed(() => void this.sessions.delete(session));
      log.debug({ role, build: clientBuild }, 'client connected');
    } catch (error) {
      this.unproven.delete(frames);
      if (error instanceof AppError && error.code === 'service-busy') frames.finish();
      else frames.close();
      log.debug({ err: error }, 'client refused');
    }
  }
}
