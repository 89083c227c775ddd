import { appendFileSync, chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileWatch } from './file-watch';

let folder: string;
let changed: ReturnType<typeof vi.fn<() => void>>;
let watched: FileWatch;
const file = (name: string) => path.join(folder, name);
const replace = () => {
  writeFileSync(file('b'), 'two');
  renameSync(file('b'), file('a.lic'));
};

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'file-watch-'));
  writeFileSync(file('a.lic'), 'one');
  changed = vi.fn();
  watched = new FileWatch(folder, 'a.lic', changed);
});
afterEach(() => {
  watched.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a watched licence file', () => {
  it.each([
    ['is written to', () => appendFileSync(file('a.lic'), 'two')],
    ['is replaced', replace],
    ['is removed', () => rmSync(file('a.lic'))],
    ['has another mode', () => chmodSync(file('a.lic'), 0o600)],
    ['lies in a folder whose rights change', () => chmodSync(folder, 0o750)],
  ])('is told of when it %s', async (_what, change) => {
    watched.start();
    change();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  });

  it('is not told of for a log beside it', async () => {
    watched.start();
    for (let line = 0; line < 20; line += 1) appendFileSync(file('debug.log'), 'a line\n');
    appendFileSync(file('a.lic'), 'two');
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is not live without a folder, and tells nothing after it was stopped', async () => {
    const gone = new FileWatch(file('gone'), 'a.lic', changed);
    gone.start();
    expect(gone.isLive).toBe(false);
    watched.start();
    expect(watched.isLive).toBe(true);
    appendFileSync(file('a.lic'), 'two');
    watched.stop();
    expect(watched.isLive).toBe(false);
    const other = vi.fn();
    const second = new FileWatch(folder, 'a.lic', other);
    second.start();
    appendFileSync(file('a.lic'), 'three');
    await vi.waitFor(() => expect(other).toHaveBeenCalled());
    second.stop();
    expect(changed).not.toHaveBeenCalled();
  });
});
