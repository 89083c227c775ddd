import { appendFileSync, chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityDetail } from '@shared/domain/activity/activity';
import { installerNotesFile } from '@electron/platform/installer-notes';
import { importSkippedEntitlements } from './skipped-entitlement';

let folder: string;
let file: string;
let audited: [string, string, ActivityDetail | undefined][];
const audit = {
  append: (...entry: (typeof audited)[number]) => Promise.resolve(void audited.push(entry)),
};
const note = (version: string) => ({ at: '2026-11-02T10:00:00Z', version, released: '2026-11-01' });
const write = (...versions: string[]) =>
  appendFileSync(file, versions.map((version) => `${JSON.stringify(note(version))}\n`).join(''));
const takeOver = () => importSkippedEntitlements(file, folder, audit, 0);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'notes-'));
  file = path.join(folder, 'entitlement-skipped.jsonl');
  audited = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what installers noted', () => {
  it('is taken over once, each note of it', async () => {
    write('1.1.0', '1.2.0');
    await takeOver();
    await takeOver();
    write('1.3.0');
    await takeOver();
    const versions = ['1.1.0', '1.2.0', '1.3.0'];
    expect(audited).toEqual(versions.map((version) => ['entitlement-skipped', 'operator', note(version)]));
  });

  it('is taken over again after a purge, and passes over what is no note or not yet whole', async () => {
    write('1.1.0', '1.2.0');
    await takeOver();
    writeFileSync(file, `junk\n{"at":1}\n${JSON.stringify(note('1.4.0'))}`);
    audited = [];
    await takeOver();
    expect(audited).toEqual([]);
    appendFileSync(file, '\n');
    await takeOver();
    expect(audited).toEqual([['entitlement-skipped', 'operator', note('1.4.0')]]);
  });

  it('is nothing where there is no file', async () => {
    await takeOver();
    await importSkippedEntitlements(null, folder, audit, 0);
    expect(audited).toEqual([]);
  });
});

describe('the folder of the notes', () => {
  it('is believed on Windows where the helper says so', () => {
    const places = { linux: '/none', windows: 'C:\\notes' };
    expect(installerNotesFile('win32', places, () => true)).toBe('C:\\notes\\entitlement-skipped.jsonl');
    expect(installerNotesFile('win32', places, () => false)).toBeNull();
    // This machine has no helper to ask.
    expect(installerNotesFile('win32', places)).toBeNull();
  });

  const find = (linux: string) => installerNotesFile('linux', { linux, windows: 'C:\\notes' });

  it('is believed only where nobody but the administrators can write', () => {
    const notes = path.join(folder, 'notes');
    expect(find(notes)).toBeNull();
    mkdirSync(notes, { mode: 0o755 });
    const isRoot = process.getuid?.() === 0;
    expect(find(notes)).toBe(isRoot ? path.join(notes, 'entitlement-skipped.jsonl') : null);
    chmodSync(notes, 0o777);
    expect(find(notes)).toBeNull();
    if (!isRoot) return;
    chmodSync(notes, 0o755);
    chownSync(notes, 65_534, 65_534);
    expect(find(notes)).toBeNull();
  });
});
