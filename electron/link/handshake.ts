import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import { FRAME_CAP } from './frame-decoder';
import type { FrameSocket } from './frame-socket';
import { ROLES, type Role } from './role';

/** Another one where what one side says would mean something else to the other. */
const PROTOCOL = 2;
/** For the whole handshake, in ms. */
const HANDSHAKE_DEADLINE = 5000;
/** Frames before the proof are small. */
export const HANDSHAKE_CAP = 4096;

/** 32 bytes as base64url. */
const Bytes32 = z.string().regex(/^[\w-]{43}$/);
const build = z.string().max(64);
const protocol = z.literal(PROTOCOL);

const AnyHello = z.looseObject({ protocol: z.number() });
const ServerHello = z.union([
  z.strictObject({ protocol, build, serverNonce: Bytes32 }),
  z.strictObject({ protocol, busy: z.literal(true) }),
]);
const ClientHello = z.strictObject({ protocol, build, role: z.enum(ROLES), clientNonce: Bytes32 });
const ServerProof = z.strictObject({ serverProof: Bytes32 });
const ClientProof = z.strictObject({ clientProof: Bytes32 });
const Welcome = z.union([
  z.strictObject({ role: z.enum(ROLES) }),
  z.strictObject({ protocol, busy: z.literal(true) }),
]);

/** The message of a busy service in place of its hello, or of its welcome. */
export const BUSY = { protocol: PROTOCOL, busy: true } as const;

export const newNonce = () => randomBytes(32).toString('base64url');

/** HMAC-SHA256 (RFC 2104) over the side and both nonces, the own one last; base64url. */
export const proofOf = (
  key: Uint8Array,
  side: 'server' | 'client' | 'account',
  theirs: string,
  own: string,
) => createHmac('sha256', key).update(`remote-service ${side}\n${theirs}\n${own}`).digest('base64url');

export const isSameProof = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const json = (frame: Buffer): unknown => JSON.parse(frame.toString('utf8'));

const underDeadline = async <T>(
  frames: FrameSocket,
  deadline: number,
  steps: () => Promise<T>,
): Promise<T> => {
  const timer = setTimeout(() => frames.close(), deadline);
  try {
    return await steps();
  } finally {
    clearTimeout(timer);
  }
};

export interface ServiceSide {
  build: string;
  keys: Record<Role, Uint8Array>;
  /** The number of the account that the client has shown under a name; null for nobody. */
  takeAccount?: (name: string) => number | null;
  /** Whether one more connection of this account is let in; one that is not is told that the service is busy. */
  admit?: (account: number | null) => boolean;
  deadline?: number;
}

/**
 * The service's half; resolves with what the client has proved to be, throws when it has not; and with the
 * number of the account that it has shown, null where it has shown none. Throws `AppError` `service-busy` when that is not
 * admitted, with the word to the client still to be sent.
 */
export const handshakeWithClient = (
  frames: FrameSocket,
  own: ServiceSide,
): Promise<{ role: Role; build: string; account: number | null }> =>
  underDeadline(frames, own.deadline ?? HANDSHAKE_DEADLINE, async () => {
    const serverNonce = newNonce();
    frames.send({ protocol: PROTOCOL, build: own.build, serverNonce });
    const hello = ClientHello.parse(json(await frames.next()));
    const key = own.keys[hello.role];
    frames.send({ serverProof: proofOf(key, 'server', hello.clientNonce, serverNonce) });
    const { clientProof } = ClientProof.parse(json(await frames.next()));
    if (!isSameProof(clientProof, proofOf(key, 'client', serverNonce, hello.clientNonce))) {
      throw new Error(`wrong proof for ${hello.role}`);
    }
    // Before the welcome, after which the client takes it away.
    const account = own.takeAccount?.(proofOf(key, 'account', serverNonce, hello.clientNonce)) ?? null;
    if (own.admit?.(account) === false) {
      frames.send(BUSY);
      throw new AppError('service-busy');
    }
    frames.send({ role: hello.role });
    return { role: hello.role, build: hello.build, account };
  });

export interface ClientSide {
  build: string;
  role: Role;
  key: Uint8Array;
  /** Shows this account under a name, and gives how to take that away. */
  showAccount?: (name: string) => () => void;
  deadline?: number;
}

const readHello = (raw: unknown) => {
  const any = AnyHello.safeParse(raw);
  if (any.success && any.data.protocol !== PROTOCOL) throw new AppError('service-version');
  const hello = ServerHello.safeParse(raw);
  if (!hello.success) throw new AppError('service-untrusted', {}, hello.error);
  if ('busy' in hello.data) throw new AppError('service-busy');
  return hello.data;
};

/** The client's half; the service proves itself first. Resolves with the service's build, throws an `AppError`. */
export const handshakeWithService = async (frames: FrameSocket, own: ClientSide): Promise<string> => {
  try {
    return await underDeadline(frames, own.deadline ?? HANDSHAKE_DEADLINE, async () => {
      const hello = readHello(json(await frames.next()));
      const clientNonce = newNonce();
      frames.send({ protocol: PROTOCOL, build: own.build, role: own.role, clientNonce });
      const { serverProof } = ServerProof.parse(json(await frames.next()));
      if (!isSameProof(serverProof, proofOf(own.key, 'server', clientNonce, hello.serverNonce))) {
        throw new AppError('service-untrusted');
      }
      // A large event may follow the welcome in the same read, before anybody listens.
      frames.allow(FRAME_CAP);
      const hide = own.showAccount?.(proofOf(own.key, 'account', hello.serverNonce, clientNonce));
      try {
        frames.send({ clientProof: proofOf(own.key, 'client', hello.serverNonce, clientNonce) });
        const welcome = Welcome.parse(json(await frames.next()));
        if ('busy' in welcome) throw new AppError('service-busy');
      } finally {
        hide?.();
      }
      return hello.build;
    });
  } catch (error) {
    frames.close();
    if (error instanceof AppError) throw error;
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw new AppError('service-untrusted', {}, error);
    throw new AppError('service-stopped', {}, error);
  }
};
