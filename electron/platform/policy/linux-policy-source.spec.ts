import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLinuxPolicySource } from './linux-policy-source';

const own = process.getuid?.() ?? 0;
const isRoot = own === 0;
let folder: string;
let file: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'policy-')), 'remote-service');
  mkdirSync(folder, { mode: 0o755 });
  file = path.join(folder, 'policy.json');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const source = (owner = own) => createLinuxPolicySource(file, owner);
const write = (mode = 0o644, text = '{}') => {
  writeFileSync(file, text);
  chmodSync(file, mode);
};
const distrust = async (owner = own) => {
  const read = await source(owner).read();
  return 'distrust' in read ? read.distrust : null;
};

describe('the policy file', () => {
  it('is read when it and its folder are its owner’s alone to write', async () => {
    expect(await source().read()).toEqual({ found: false });
    write(0o644, '{"version":1}');
    const read = await source().read();
    expect(read).toMatchObject({ found: true, place: file });
    expect('bytes' in read ? new TextDecoder().decode(read.bytes) : '').toBe('{"version":1}');
  });

  it.each([0o664, 0o646, 0o666, 0o622])('with mode %o is not believed', async (mode) => {
    write(mode);
    expect(await distrust()).toBe('writable-by-others');
  });

  it.each([0o775, 0o757, 0o1777])('in a folder with mode %o is not believed', async (mode) => {
    write();
    chmodSync(folder, mode);
    expect(await distrust()).toBe('writable-by-others');
  });

  it('of another owner is not believed', async () => {
    write();
    expect(await distrust(own + 1)).toBe('wrong-owner');
  });

  it.runIf(isRoot)('in the folder of another owner is not believed', async () => {
    write();
    chownSync(folder, 65_534, 65_534);
    expect(await distrust()).toBe('wrong-owner');
  });

  it('is not followed where it is a link', async () => {
    const real = path.join(folder, 'real.json');
    writeFileSync(real, '{}');
    symlinkSync(real, file);
    expect(await distrust()).toBe('link');
    rmSync(file);
    linkSync(real, file);
    expect(await distrust()).toBeNull();
  });

  it('is not followed where its folder is a link', async () => {
    write();
    renameSync(folder, `${folder}-real`);
    symlinkSync(`${folder}-real`, folder);
    expect(await distrust()).toBe('link');
    rmSync(`${folder}-real`, { recursive: true });
  });

  it('is nothing else than a file, and none without end', async () => {
    mkdirSync(file);
    expect(await distrust()).toBe('not-a-file');
    rmSync(file, { recursive: true });
    execFileSync('mkfifo', [file]);
    expect(await distrust()).toBe('not-a-file');
    rmSync(file);
    write(0o644, 'x'.repeat(300_000));
    expect(await distrust()).toBe('too-large');
  });

  it('is seen when it comes and when it goes', { timeout: 60_000 }, async () => {
    const listener = vi.fn();
    const stop = source().watch(listener);
    write();
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { timeout: 20_000 });
    listener.mockClear();
    rmSync(file);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), { timeout: 20_000 });
    stop();
  });
});
