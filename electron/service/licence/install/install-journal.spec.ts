import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openInstallJournal, type InstallIntent } from './install-journal';

const AT = '2026-11-02T00:00:00.000Z';
const FIRST = '7b0d9b7c-3f0a-4a52-9a3e-0b1f6d1f2a11';
const SECOND = '7b0d9b7c-3f0a-4a52-9a3e-0b1f6d1f2a12';
const intent = (id: string, serverId = 'server-1'): InstallIntent => ({
  record: 'intent',
  id,
  at: AT,
  serverId,
  folder: '/srv/licences',
  fileName: 'prismadirect.lic',
  oldSha256: null,
  newSha256: 'a'.repeat(64),
  temporaryName: '.prismadirect.lic.0.tmp',
  backupName: null,
  sequence: 1,
});

let home: string;
let file: string;
const keepAside = vi.fn(() => Promise.resolve());
const openAgain = () => openInstallJournal(file, keepAside);
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'journal-'));
  file = path.join(home, 'journal.jsonl');
  keepAside.mockClear();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('openInstallJournal', () => {
  it('remembers what has no end, by licence server', async () => {
    const journal = await openAgain();
    await journal.begin(intent(FIRST));
    await journal.begin(intent(SECOND, 'server-2'));
    await journal.end(FIRST, 'done', AT);
    expect((await openAgain()).open().map(({ id }) => id)).toEqual([SECOND]);
    expect((await openAgain()).open('server-1')).toEqual([]);
  });

  it('takes a torn last line for one that never happened, at every length', async () => {
    const journal = await openAgain();
    await journal.begin(intent(FIRST));
    const whole = readFileSync(file, 'utf8');
    const next = `${JSON.stringify({ record: 'done', id: FIRST, at: AT })}\n`;
    for (let length = 1; length < next.length; length += 1) {
      writeFileSync(file, whole + next.slice(0, length));
      expect((await openAgain()).open().length).toBe(1);
      expect(readFileSync(file, 'utf8')).toBe(whole);
    }
    expect(keepAside).not.toHaveBeenCalled();
  });

  it('keeps a journal with broken lines aside and goes on with the rest', async () => {
    const journal = await openAgain();
    await journal.begin(intent(FIRST));
    appendFileSync(file, 'no record\n');
    await journal.begin(intent(SECOND));
    expect((await openAgain()).open().length).toBe(2);
    expect(keepAside).toHaveBeenCalledOnce();
    expect(readFileSync(file, 'utf8')).not.toContain('no record');
  });

  it('starts on a fresh line after a write that failed', async () => {
    const journal = await openAgain();
    await journal.begin(intent(FIRST));
    rmSync(file);
    symlinkSync(path.join(home, 'elsewhere'), file);
    await expect(journal.begin(intent(SECOND))).rejects.toThrow();
    await journal.begin(intent(SECOND));
    expect((await openAgain()).open().map(({ id }) => id)).toEqual([FIRST, SECOND]);
  });

  it('does not grow for ever', async () => {
    const journal = await openAgain();
    for (let at = 0; at < 200; at += 1) {
      await journal.begin(intent(FIRST));
      await journal.end(FIRST, 'done', AT);
    }
    await openAgain();
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
