import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LicenceBackups } from './licence-backups';
import { sha256OfBytes, type PlainFile } from '@electron/service/licence/folder/plain-file';

let home: string;
let now = 1_800_000_000_000;
let backups: LicenceBackups;
const folder = () => path.join(home, 'server-1');
const fileOf = (text: string): PlainFile => {
  const bytes = new TextEncoder().encode(text);
  const owner = { user: 0, group: 0 };
  return { bytes, sha256: sha256OfBytes(bytes), mode: 0o644, owner, modifiedAt: 0, identity: '' };
};
const keep = async (text: string) => {
  const file = fileOf(text);
  const name = await backups.nameFor('server-1', file.sha256);
  await backups.keep('server-1', name, file);
  return name;
};
const licence = (users: number) => `SERVER s ANY\nVENDOR b\nFEATURE a b 1.0 permanent ${users} SIGN=00AA\n`;
const contents = () => readdirSync(folder()).map((name) => readFileSync(path.join(folder(), name), 'utf8'));

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'backups-'));
  backups = new LicenceBackups(home, { now: () => now });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('Backups', () => {
  it('keeps the newest five, for the owner alone', async () => {
    for (let users = 1; users <= 7; users += 1) await keep(licence(users));
    await backups.rotate('server-1');
    expect(contents()).toEqual([3, 4, 5, 6, 7].map(licence));
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder(), readdirSync(folder())[0] ?? '')).mode & 0o777).toBe(0o600);
  });

  it('stays in order when the clock is put back', async () => {
    await keep(licence(1));
    now -= 1_000_000;
    await keep(licence(2));
    expect(contents()).toEqual([licence(1), licence(2)]);
  });

  it('keeps the last good licence file beside five that are none', async () => {
    await keep(licence(1));
    for (let at = 0; at < 6; at += 1) await keep(`no licence ${at}`);
    await backups.rotate('server-1');
    expect(contents()).toEqual([licence(1), ...[1, 2, 3, 4, 5].map((at) => `no licence ${at}`)]);
  });

  it('does not count a damaged one as good, nor give it back', async () => {
    await keep(licence(1));
    const damaged = await keep(licence(2));
    writeFileSync(path.join(folder(), damaged), 'damaged');
    for (let at = 0; at < 5; at += 1) await keep(`no licence ${at}`);
    await backups.rotate('server-1');
    expect(contents()).toContain(licence(1));
    expect(await backups.read('server-1', damaged)).toBeNull();
  });

  it('keeps the same content once', async () => {
    await keep(licence(1));
    await keep(licence(2));
    await keep(licence(1));
    await backups.rotate('server-1');
    expect(contents()).toEqual([licence(2), licence(1)]);
  });

  it('leaves strange files alone', async () => {
    mkdirSync(folder());
    writeFileSync(path.join(folder(), 'notes.txt'), 'by hand');
    await keep(licence(1));
    await backups.rotate('server-1');
    expect(readdirSync(folder())).toContain('notes.txt');
  });
});
