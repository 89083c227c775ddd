import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditLog } from '@electron/service/audit/audit-log';
import { bundleForNode } from '../support/drivers/traced-driver';

const ROUNDS = 30;
let work: string;
let bundle: string;
beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'audit-'));
  bundle = await bundleForNode('test/support/drivers/audit-driver.ts', path.join(work, 'out'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Lets the driver write for a while, kills it and says which record it last called written. */
const writeAndKill = (folder: string, afterMs: number) =>
  new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.once('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('close', () => {
      const whole = said.slice(0, said.lastIndexOf('\n'));
      resolve(Number(whole.split('\n').at(-1)));
    });
  });

it('a kill at any moment loses no record that was said to be written, and breaks nothing', async () => {
  const file = path.join(work, 'audit', 'audit.jsonl');
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = await writeAndKill(work, round * 1.3);
    const log = new AuditLog(file, path.join(work, 'head.json'), { now: () => Date.UTC(2026, 4, 1) });
    const page = await log.read({ limit: 1 });
    expect(page.brokenAt, `round ${round}`).toBeNull();
    expect(page.total).toBeGreaterThanOrEqual(written);
    await log.append('service-started', 'service');
    expect(await log.verify()).toBeNull();
  }
  expect(readFileSync(file, 'utf8').endsWith('\n')).toBe(true);
});
