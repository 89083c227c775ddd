import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { makeLinuxPackages } from '../support/packages/packages';
import { configure, createProgram, type Program } from '../support/program';
import { startVirtualDisplay } from '../support/desktop/virtual-display';

const PATIENCE = { timeout: 120_000, interval: 500 };

let office: BackOffice;
let program: Program;
let display: Awaited<ReturnType<typeof startVirtualDisplay>>;

beforeAll(async () => {
  const { appImage } = await makeLinuxPackages();
  office = await startBackOffice();
  // As root Chromium refuses to run with its sandbox on.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', '--log-level=3'] : ['--log-level=3'];
  program = await createProgram(office, { executable: appImage, args });
  display = await startVirtualDisplay();
  program.env['DISPLAY'] = display.name;
}, 900_000);
afterAll(async () => {
  await program.end();
  await office.close();
  display.stop();
}, 60_000);

it('runs the app with a service of its own, which does its job', { timeout: 300_000 }, async () => {
  await configure(program, office);
  const app = await program.startApp();
  await vi.waitFor(async () => {
    const { json } = await program.cli(['status', '--json']);
    expect(json).toMatchObject({
      connection: { state: 'connected' },
      service: { state: 'running', mode: 'embedded' },
    });
  }, PATIENCE);
  const before = readFileSync(program.licenceFile, 'utf8');
  const { claims } = office.issueLicence({ kind: 'add-users', users: 7 });
  await vi.waitFor(async () => {
    const { json } = await program.cli(['status', '--json']);
    expect(json).toMatchObject({ licence: { users: claims.users } });
  }, PATIENCE);
  await vi.waitFor(() => expect(readFileSync(program.licenceFile, 'utf8')).not.toBe(before), PATIENCE);

  const ended = once(app, 'exit');
  app.kill('SIGTERM');
  await ended;
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('.appimage-'))).toEqual([]);
});
