import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBackOffice } from './back-office';

const SCRIPT = path.resolve(import.meta.dirname, '../../build/back-office.mjs');

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'back-office-command-'));
});
afterEach(async () => {
  if (child?.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const start = (...args: string[]) => {
  const env = { ...process.env, INIT_CWD: folder };
  child = spawn(process.execPath, [SCRIPT, ...args], { cwd: folder, env, stdio: 'pipe' });
  return child;
};

it('prints one line of JSON, from any folder, and ends on SIGTERM', async () => {
  const started = start('--folder', 'files', '--data', 'data.json', '--own-keys');
  if (started.stdout === null) throw new Error('no output');
  const lines: string[] = [];
  const reader = createInterface(started.stdout).on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const printed = JSON.parse(lines[0] ?? '') as Record<string, string>;
  expect(printed).toMatchObject({
    address: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/) as string,
    organisation: { id: 'SO-2001', verificationCode: '7Q4-KM2-XP9' },
    serialNumber: 'PD-0042-7781',
    caFile: path.join(folder, 'files', 'back-office-ca.pem'),
  });
  const profile = JSON.parse(await readFile(printed['vendorProfileFile'] ?? '', 'utf8')) as unknown;
  expect(profile).toMatchObject({ product: 'PRISMAdirect', threshold: 2, backOffice: printed['apiBase'] });
  started.kill('SIGTERM');
  expect(await once(started, 'exit')).toEqual([0, null]);
  expect(lines).toHaveLength(1);
});

it('answers a licence request alone, and never over another file', async () => {
  const request = {
    ...{
      document: 'licence-request',
      formatVersion: 1,
      product: 'PRISMAdirect',
      serialNumber: 'PD-0042-7781',
    },
    ...{ sequence: 0, packageSha256: null, hostIds: [], serviceOrganisationId: null },
    ...{ nonce: 'AAAAAAAAAAAAAAAAAAAAAA', createdAt: '2026-11-01T00:00:00Z' },
  };
  await writeFile(path.join(folder, 'request.json'), JSON.stringify(request));
  const answer = async () => {
    const started = start('--answer', 'request.json', '--out', 'licence.jws');
    const said: string[] = [];
    started.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const [code] = (await once(started, 'close')) as [number];
    return { code, said: said.join('') };
  };
  const first = await answer();
  expect(first.code).toBe(0);
  expect(JSON.parse(first.said)).toMatchObject({ reference: request.nonce, sequence: 1, isNewer: true });
  expect(await readFile(path.join(folder, 'licence.jws'), 'utf8')).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect((await answer()).code).toBe(1);
});

it('tries another back office with the code from the standard input, and writes a JUnit report', async () => {
  const reference = await startBackOffice();
  try {
    await writeFile(path.join(folder, 'vendor.json'), JSON.stringify(reference.vendorProfile));
    const words = ['--organisation', reference.organisation.id, '--code', '-', '--profile', 'vendor.json'];
    const run = async (code: string, ...more: string[]) => {
      const started = start('--conformance', reference.address, ...words, ...more);
      const said: string[] = [];
      started.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
      started.stdin?.end(code);
      const [exit] = (await once(started, 'close')) as [number];
      return { exit, said: said.join('') };
    };
    const good = await run(`${reference.organisation.verificationCode}\n`, '--junit', 'report.xml');
    expect(good.said).toMatch(/^\d+ promises kept, 0 broken, \d+ not tried\.$/m);
    expect(good.exit).toBe(0);
    expect(await readFile(path.join(folder, 'report.xml'), 'utf8')).toContain('failures="0"');
    const bad = await run('another code');
    expect(bad.said).toMatch(/^BROKEN +register\/answers: .*\n +.*(?:verification-code-wrong|status 429)/m);
    expect(bad.exit).toBe(1);
    const inWords = start('--conformance', reference.address, ...words.with(3, 'secret'));
    expect(await once(inWords, 'close')).toEqual([2, null]);
  } finally {
    await reference.close();
  }
});

it('refuses an option it does not know with 2 and the usage', async () => {
  const started = start('--nonsense');
  const said: string[] = [];
  started.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  expect(await once(started, 'close')).toEqual([2, null]);
  expect(said.join('')).toContain('Usage: back-office');
});
