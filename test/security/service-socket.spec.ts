import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SOCKET_NAME } from '@electron/platform/local-endpoint';
import { bundleForNode } from '../support/drivers/traced-driver';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
let work: string;
let bundle: string;
let runFolder: string;

beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'socket-'));
  chmodSync(work, 0o755);
  bundle = await bundleForNode('test/support/drivers/listener-driver.ts', path.join(work, 'out'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeEach(() => {
  runFolder = mkdtempSync(path.join(work, 'run-'));
});

it('is bound under a tight umask and never needs a chmod', async () => {
  const trace = path.join(work, 'trace');
  const watched = 'trace=umask,bind,chmod,fchmod,fchmodat';
  await run('strace', ['-f', '-qq', '-e', watched, '-o', trace, process.execPath, bundle, runFolder]);
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\d+ +/, ''));
  const bindAt = calls.findIndex((call) => call.startsWith('bind(') && call.includes(SOCKET_NAME));
  expect(calls.slice(0, bindAt).findLast((call) => call.startsWith('umask('))).toMatch(/^umask\(0117\)/);
  expect(calls[bindAt + 1]).toMatch(/^umask\(0?\d+\) += 0117$/);
  expect(calls.filter((call) => /^f?chmod/.test(call))).toEqual([]);
});

/** Connects as fast as it can until its standard input ends; says how each attempt went, counted. */
const HAMMER = `
const { connect } = require('node:net');
const counts = {};
let isOver = false;
process.stdin.on('end', () => (isOver = true)).resume();
const attempt = () => {
  if (isOver) return process.stdout.write(JSON.stringify(counts), () => process.exit(0));
  const socket = connect(process.argv[1]);
  const note = (word) => { counts[word] = (counts[word] ?? 0) + 1; socket.destroy(); setImmediate(attempt); };
  socket.once('connect', () => note('connected')).once('error', (error) => note(error.code));
};
process.stdout.write('up\\n', attempt);
`;

describe.runIf(isRoot)('another account', () => {
  it.each([
    ['stopped by the folder', 0o750],
    ['stopped by the socket itself where the folder lets it in', 0o755],
  ])('never gets through during 200 restarts, %s', async (_, mode) => {
    chmodSync(runFolder, mode);
    const words = ['-u', 'nobody', '--', process.execPath, '-e', HAMMER, path.join(runFolder, SOCKET_NAME)];
    const hammer = spawn('runuser', words, { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/' });
    let said = '';
    hammer.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    await new Promise((resolve) => hammer.stdout.once('data', resolve));
    await run(process.execPath, [bundle, runFolder, '200']);
    hammer.stdin.end();
    await new Promise((resolve) => hammer.once('close', resolve));
    const counts = JSON.parse(said.replace('up\n', '')) as Record<string, number>;
    expect(counts['EACCES']).toBeGreaterThan(0);
    expect(Object.keys(counts).filter((word) => word !== 'EACCES' && word !== 'ENOENT')).toEqual([]);
  });
});
