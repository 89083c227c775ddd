import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const ROOT = 0;

/** A document of a version that this program does not know; for what is no JSON a line it does not know. */
const newer = (bytes: Buffer): Buffer => {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as object;
    return Buffer.from(JSON.stringify({ ...value, version: 99, formatVersion: 99, addedLater: true }));
  } catch {
    return Buffer.concat([Buffer.from('{"version":99}\n'), bytes]);
  }
};

/** A file in the place of the one that was there, as content. */
const contents: Record<string, (bytes: Buffer) => Buffer> = {
  damaged: (bytes) => Buffer.from(bytes.map((byte, at) => (at % 7 === 3 ? byte ^ 0x15 : byte))),
  empty: () => Buffer.alloc(0),
  huge: (bytes) => Buffer.concat([bytes, Buffer.alloc(24 * 1024 * 1024, 0x20)]),
  'half written': (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)),
  'NUL bytes': (bytes) => Buffer.alloc(Math.max(bytes.length, 16)),
  'newer version': newer,
  duplicated: (bytes) => Buffer.concat([bytes, bytes]),
};

const others: Record<string, (file: string) => void> = {
  'a directory': (file) => {
    rmSync(file);
    mkdirSync(file);
    writeFileSync(path.join(file, 'kept'), 'a file inside');
  },
  FIFO: (file) => {
    rmSync(file);
    execFileSync('mkfifo', ['-m', '600', file]);
  },
  link: (file) => {
    copyFileSync(file, `${file}.elsewhere`);
    rmSync(file);
    symlinkSync(`${file}.elsewhere`, file);
  },
  'no permission': (file) => chmodSync(file, 0),
  gone: (file) => rmSync(file),
  'wrong owner': (file) => {
    chownSync(file, ROOT, ROOT);
    chmodSync(file, 0o600);
  },
};

export const DAMAGES = [...Object.keys(contents), ...Object.keys(others)];

/** Does one kind of damage to a file, as root; `account` is whose it stays otherwise. */
export const damage = (file: string, kind: string, account: number): void => {
  const change = contents[kind];
  if (change !== undefined) writeFileSync(file, change(readFileSync(file)));
  else others[kind]?.(file);
  if (change === undefined && kind !== 'a directory' && kind !== 'FIFO') return;
  execFileSync('chown', ['-R', `${account}:${account}`, file]);
};
