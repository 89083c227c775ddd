import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '@shared/errors/error-catalogue';
import type { Params } from '@shared/errors/app-error';

/** The right that a call needs: `read` looks, `write` changes or commands, `admin` touches the machine. */
export type Access = 'read' | 'write' | 'admin';

export const call = <I extends z.ZodType, O extends z.ZodType, const E extends readonly ErrorCode[]>(spec: {
  access: Access;
  input: I;
  output: O;
  fails: E;
}) => ({ kind: 'call', ...spec }) as const;

type Join = (first: unknown, next: unknown) => unknown;

/**
 * `join` makes one event of two that wait for a slow listener, so that no more than one of a kind ever waits; without it
 * the later one says all that counts.
 */
export const event = <P extends z.ZodType>(
  payload: P,
  join: (first: z.output<P>, next: z.output<P>) => z.output<P> = (_first, next) => next,
) => ({ kind: 'event', payload, join: join as Join }) as const;

export type CallSpec = ReturnType<typeof call<z.ZodType, z.ZodType, readonly ErrorCode[]>>;
export type EventSpec = ReturnType<typeof event<z.ZodType>>;

/** Domain -> name -> entry. Channel names, handler and client types, checks and fakes all come from such an object. */
export type Contract = Record<string, Record<string, CallSpec | EventSpec>>;

/** The failures that every call may answer besides those it declares. */
export const COMMON_FAILURES = [
  'untrusted-sender',
  'bad-input',
  'internal',
  'not-allowed',
  'not-operator',
  'service-stopped',
  'service-version',
  'person-needed',
] as const satisfies readonly ErrorCode[];
type CommonFailure = (typeof COMMON_FAILURES)[number];

/** `ref` leads from the page to the full detail in the log. */
export type Failure<E extends ErrorCode = ErrorCode> = {
  code: E | CommonFailure;
  params: Params;
  ref: string;
};
export type Reply<V, E extends ErrorCode = ErrorCode> =
  { ok: true; value: V } | { ok: false; error: Failure<E> };

const FailureSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string().max(64), z.union([z.string().max(4096), z.number()])),
  ref: z.string().max(64),
});

/** The envelope on the wire: Electron forwards only an error's message, so failures travel as values. */
export const ReplySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown().optional() }),
  z.strictObject({ ok: z.literal(false), error: FailureSchema }),
]);

/** `Who` = what a handler is told besides its argument, such as who asks. */
export type Handlers<C extends Contract, Who extends unknown[] = []> = {
  [D in keyof C]: {
    [N in keyof C[D] as C[D][N] extends CallSpec ? N : never]: C[D][N] extends CallSpec
      ? (arg: z.output<C[D][N]['input']>, ...who: Who) => Promise<z.input<C[D][N]['output']>>
      : never;
  };
};

export type Client<C extends Contract> = {
  [D in keyof C]: {
    [N in keyof C[D]]: C[D][N] extends CallSpec
      ? (
          arg: z.input<C[D][N]['input']>,
        ) => Promise<Reply<z.output<C[D][N]['output']>, C[D][N]['fails'][number]>>
      : C[D][N] extends EventSpec
        ? (listener: (payload: z.output<C[D][N]['payload']>) => void) => () => void
        : never;
  };
};

/** Sends one event of the contract; the payload is parsed before it leaves. */
export type Publish<C extends Contract> = <D extends keyof C & string, N extends keyof C[D] & string>(
  domain: D,
  name: N,
  payload: C[D][N] extends EventSpec ? z.input<C[D][N]['payload']> : never,
) => void;

export const channel = (domain: string, name: string) => `${domain}.${name}`;

export interface ContractEntry {
  channel: string;
  domain: string;
  name: string;
  spec: CallSpec | EventSpec;
}

/** Walks a contract in declaration order. */
export const entriesOf = (contract: Contract): ContractEntry[] =>
  Object.entries(contract).flatMap(([domain, entries]) =>
    Object.entries(entries).map(([name, spec]) => ({ channel: channel(domain, name), domain, name, spec })),
  );
