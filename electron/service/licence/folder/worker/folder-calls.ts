import { z } from 'zod';
import { FILE_CAP } from '@electron/service/licence/folder/plain-file';

const Bytes = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= FILE_CAP);
/** Names come from the installer and the folder test: no way leads out of the folder. */
const Name = z.string().regex(/^[A-Za-z0-9._-]{1,200}$/);
const Ownership = z.strictObject({
  mode: z.number().int(),
  owner: z.strictObject({ user: z.number().int(), group: z.number().int() }),
});

const Path = z.string().max(1024);
const Id = z.number().int().min(1);
/** Every message that can be answered, if only with a refusal. */
export const Numbered = z.object({ id: Id });

const inFolder = <C extends string, S extends z.ZodRawShape>(call: C, shape: S) =>
  z.strictObject({ id: Id, call: z.literal(call), handle: Id, ...shape });

/** A call of the service to a folder worker; `handle` is the number of a folder that the worker holds open. */
export const FolderCall = z.discriminatedUnion('call', [
  z.strictObject({ id: Id, call: z.literal('open'), folder: Path, own: z.array(Path).max(20) }),
  inFolder('fingerprint', { name: Name }),
  inFolder('read', { name: Name }),
  inFolder('create', { name: Name, bytes: Bytes, ownership: Ownership.nullable() }),
  inFolder('rename', { from: Name, to: Name }),
  inFolder('remove', { name: Name }),
  inFolder('flush', {}),
  inFolder('freeSpace', {}),
  inFolder('probes', {}),
  inFolder('close', {}),
]);
export type FolderCall = z.output<typeof FolderCall>;

const ReadFile = z.strictObject({
  ...Ownership.shape,
  bytes: Bytes,
  modifiedAt: z.number(),
  identity: z.string().max(100),
});

/** The values that the calls give. */
export const VALUES = {
  open: z.strictObject({ handle: Id }),
  fingerprint: z.string().max(500),
  read: ReadFile.nullable(),
  create: z.undefined(),
  rename: z.undefined(),
  remove: z.undefined(),
  flush: z.undefined(),
  freeSpace: z.number().min(0).nullable(),
  probes: z.array(Name).max(1000),
  close: z.undefined(),
} as const satisfies Record<FolderCall['call'], z.ZodType>;

/** `code`: the system's error code, or one of our own. */
export const FolderAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ id: Id, ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ id: Id, ok: z.literal(false), code: z.string().max(64) }),
]);
export type FolderAnswer = z.output<typeof FolderAnswer>;
