import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { killProcessesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';
import { mountSmallDisk } from '../support/shares/file-systems';

const PATIENT = { timeout: 30_000, interval: 200 };
/** As long as a person is promised to wait once the disk is well again. */
const PROMISED = { timeout: 10_000, interval: 100 };

let office: BackOffice;
let program: Program;
let disk: ReturnType<typeof mountSmallDisk>;

const status = async () => (await program.cli(['status', '--json'])).json as Status;
const live = () => readFileSync(program.licenceFile, 'utf8');
const issue = () => office.issueLicence({ kind: 'add-users', users: 1 }).claims.file.content;
const waitForNotice = (code: string, reported: string) =>
  vi.waitFor(async () => {
    expect(await status()).toMatchObject({
      connection: { state: 'connected' },
      notices: [{ code, params: { disk: disk.folder } }],
      licenceServers: [{ reason: 'state-not-stored' }],
    });
    expect(office.view().status?.licenceServers[0]?.reason).toBe(reported);
  }, PATIENT);

describe.runIf(process.getuid?.() === 0)('the disk of the state', () => {
  beforeEach(async () => {
    office = await startBackOffice();
    program = await createProgram(office);
    const state = path.join(program.home, 'state');
    mkdirSync(program.home, { mode: 0o700 });
    disk = mountSmallDisk(state);
    chmodSync(state, 0o700);
    await configure(program, office);
    await program.startService();
    const first = issue();
    await vi.waitFor(() => expect(live()).toBe(first), PATIENT);
    await vi.waitFor(async () => expect((await status()).notices).toEqual([]), PATIENT);
  });
  afterEach(async () => {
    // A folder with a disk in it cannot be removed.
    await killProcessesOf(program.base).finally(() => disk.unmount());
    await program.end();
    await office.close();
  });

  it('is full: said everywhere, not blamed on the licence server, and made good within 10 s', async () => {
    const before = live();
    disk.fill();
    const wanted = issue();
    await waitForNotice('storage-full', 'storage-full');
    expect(live()).toBe(before);
    const { text } = await program.cli(['status']);
    expect(text).toContain(disk.folder);
    disk.free();
    await vi.waitFor(() => expect(live()).toBe(wanted), PROMISED);
    await vi.waitFor(async () => {
      expect(await status()).toMatchObject({ notices: [], licenceServers: [{ reason: null }] });
      expect(office.view().status?.licenceServers[0]?.reason).toBeUndefined();
    }, PATIENT);
  });

  it('is read-only: said, and the licence comes once it can be written', async () => {
    execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
    const wanted = issue();
    await waitForNotice('storage-read-only', 'storage-read-only');
    execFileSync('mount', ['-o', 'remount,rw', disk.folder]);
    await vi.waitFor(() => expect(live()).toBe(wanted), PROMISED);
  });
});
