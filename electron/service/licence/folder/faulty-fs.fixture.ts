import type { FileHandle } from 'node:fs/promises';

// The real ones, also where a spec puts those from here in their place; nothing that uses them may be imported here.
const fs = process.getBuiltinModule('node:fs');
const promises = process.getBuiltinModule('node:fs/promises');

const systemError = (code: string) => Object.assign(new Error(code), { code });

/** Calls by what they do; a fault concerns one class. */
export const CALL_CLASSES = [
  'open',
  'write',
  'sync',
  'rights',
  'rename',
  'remove',
  'look',
  'read',
  'close',
] as const;
export type CallClass = (typeof CALL_CLASSES)[number];

/**
 * From the `at`-th call of its class below `root` on, so many of that class fail, or every call whatsoever for good;
 * late ones have done their work before.
 */
export interface Fault {
  root: string;
  call: CallClass;
  error: string;
  at: number;
  times: number;
  isLate: boolean;
  isForAll: boolean;
}

/** The disk as it is to misbehave: one fault at a time, or none. */
export const disk = {
  fault: null as Fault | null,
  /** Calls since the last `watch`, by class, below its root. */
  calls: new Map<CallClass, number>(),
  root: '',
  isGone: false,
  watch(root: string, fault: Fault | null = null) {
    this.root = root;
    this.fault = fault;
    this.isGone = false;
    this.calls.clear();
  },
};

/** A name that is looked up from a descriptor lies where the descriptor's folder lies. */
const placeOf = (name: unknown): string => {
  const text = String(name);
  const anchor = /^\/proc\/self\/fd\/\d+/.exec(text)?.[0];
  if (anchor === undefined) return text;
  try {
    return text.replace(anchor, fs.readlinkSync(anchor));
  } catch {
    return text;
  }
};

/** The error that this call is to end with; null = it goes well. */
const errorFor = (call: CallClass, place: string): string | null => {
  const { fault, root, calls } = disk;
  if (root === '' || !(place === root || place.startsWith(`${root}/`))) return null;
  const number = (calls.get(call) ?? 0) + 1;
  calls.set(call, number);
  if (fault === null) return null;
  const isHit = fault.call === call && number >= fault.at && number < fault.at + fault.times;
  if (isHit && fault.isForAll) disk.isGone = true;
  return isHit || disk.isGone ? fault.error : null;
};

const closed = async (made: unknown) => {
  if (typeof made === 'object' && made !== null && 'close' in made)
    await (made as FileHandle).close().catch(() => undefined);
};

const failing = async <T>(
  call: CallClass,
  place: string,
  run: () => Promise<T>,
  half?: () => Promise<unknown>,
) => {
  const error = errorFor(call, place);
  if (error === null) return run();
  // A file may be made by a call that fails; nobody has its descriptor then.
  if (disk.fault?.isLate === true) await run().then(closed);
  else await half?.();
  throw systemError(error);
};

const HANDLE_CALLS: Partial<Record<keyof FileHandle, CallClass>> = {
  writeFile: 'write',
  sync: 'sync',
  chmod: 'rights',
  read: 'read',
  stat: 'look',
  close: 'close',
};

const faultyHandle = (handle: FileHandle, place: string): FileHandle =>
  new Proxy(handle, {
    get: (target, name: keyof FileHandle) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const run = (...args: unknown[]) => Reflect.apply(value, target, args) as Promise<unknown>;
      const call = HANDLE_CALLS[name];
      if (call === undefined) return run;
      return async (...args: unknown[]) => {
        // A descriptor is let go of even where closing it fails, and a disk runs full in the middle of a file.
        const half = () =>
          call === 'close'
            ? run()
            : call === 'write'
              ? target.write(String(args[0]).slice(0, 3))
              : Promise.resolve();
        return failing(call, place, () => run(...args), half);
      };
    },
  });

const byPath =
  <A extends [unknown, ...unknown[]], T>(call: CallClass, run: (...args: A) => Promise<T>) =>
  (...args: A) =>
    failing(call, placeOf(args[0]), () => run(...args));

/** `node:fs/promises` that fails as `disk` says. */
export const faultyPromises = () => {
  const { rename, unlink, rm, lstat, readdir } = promises;
  const open = (name: string, ...rest: [string | number, number?]) => {
    const place = placeOf(name);
    return failing('open', place, async () => faultyHandle(await promises.open(name, ...rest), place));
  };
  const changed = {
    open,
    rename: byPath('rename', rename),
    unlink: byPath('remove', unlink),
    rm: byPath('remove', rm),
    lstat: byPath('look', lstat),
    readdir: byPath('look', readdir),
  };
  return { ...promises, ...changed, default: { ...promises, ...changed } };
};

/** The synchronous calls with which the service writes its own state. */
export const faultyFs = () => {
  const places = new Map<number, string>();
  const failingSync = <T>(call: CallClass, place: string, run: () => T): T => {
    const error = errorFor(call, place);
    if (error !== null && disk.fault?.isLate !== true) throw systemError(error);
    const result = run();
    if (error === null) return result;
    if (call === 'open') fs.closeSync(result as number);
    throw systemError(error);
  };
  const changed = {
    openSync: (name: string, ...rest: [string, number?]) => {
      const descriptor = failingSync('open', name, () => fs.openSync(name, ...rest));
      places.set(descriptor, name);
      return descriptor;
    },
    writeSync: (descriptor: number, bytes: Uint8Array, at: number) =>
      failingSync('write', places.get(descriptor) ?? '', () => fs.writeSync(descriptor, bytes, at)),
    fsyncSync: (descriptor: number) =>
      failingSync('sync', places.get(descriptor) ?? '', () => fs.fsyncSync(descriptor)),
  };
  return { ...fs, ...changed, default: { ...fs, ...changed } };
};
