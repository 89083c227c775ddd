import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStandardInput } from './index';
import { readDescriptor } from './read-descriptor';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'input-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is what Node has, except on Windows', () => {
  expect(openStandardInput('linux')).toBe(process.stdin);
});

it('is a file to its end', async () => {
  const file = path.join(folder, 'document');
  writeFileSync(file, 'one\ntwo');
  const fd = openSync(file, 'r');
  expect(await text(readDescriptor(fd))).toBe('one\ntwo');
  closeSync(fd);
});

it('is nothing where nothing was given', async () => {
  const fd = openSync('/dev/null', 'r');
  expect(await text(readDescriptor(fd))).toBe('');
  closeSync(fd);
});

const ended = (stream: Readable) => new Promise<void>((resolve) => stream.once('end', resolve).resume());

it('is a pipe that ends when the other side closes it, and not before', async () => {
  const pipe = path.join(folder, 'pipe');
  const keeper = spawn('sh', ['-c', 'mkfifo "$1" && echo made && exec 3>"$1" && read _', '-', pipe], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => keeper.stdout.once('data', resolve));
  const lifeline = readDescriptor(openSync(pipe, 'r'));
  let isOver = false;
  const end = ended(lifeline).then(() => (isOver = true));
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  keeper.stdin.end();
  await end;
});
