import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameDecoder } from '@electron/link/frame-decoder';
import { BURST } from '@electron/service/audit/record-limits';
import { connectToService } from '@electron/link/service-client';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { startAppWithoutWindows, type AppWithoutWindows } from '../support/app-without-windows';
import { configure, createProgram, type Program } from '../support/program';
import { createStandIn, type StandIn } from '../support/stand-in-client';

/** As many as the settings take. */
const SERVERS = 100;
const CALLS = 10_000;
const AT_ONCE = 50;
const SOON = { timeout: 30_000, interval: 100 };
const LATER = { timeout: 150_000, interval: 200 };

let office: BackOffice;
let client: StandIn;
let program: Program;
let app: AppWithoutWindows;

/** Licence folders with the file that the customer already has. */
const makeServers = () => {
  const licence = readFileSync(program.licenceFile);
  return Array.from({ length: SERVERS }, (_, at) => {
    const folder = path.join(program.base, 'servers', `server-${at}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, path.basename(program.licenceFile)), licence);
    return { name: `Licence server ${at}`, kind: 'local', path: folder };
  });
};

beforeEach(async () => {
  office = await startBackOffice();
  client = createStandIn();
  program = await createProgram(office);
  program.env['PATH'] = `${client.folder}:${program.env['PATH'] ?? ''}`;
  await configure(program, office);
  await program.set('licenceServers', makeServers());
  await program.set('remoteAssistance.allowed', true);
  await program.startService();
  app = startAppWithoutWindows(program);
  await vi.waitFor(() => expect(status()?.connection.state).toBe('connected'), SOON);
});
afterEach(async () => {
  await app.stop();
  await program.end();
  client.remove();
  await office.close();
});

const status = () => app.seen.status?.status;

const intoSession = async () => {
  const request = office.requestAssistance({
    technician: { name: 'Ada Lovelace', organisation: 'Druckhaus Service GmbH' },
    ...{ ticket: 'T-4711', reason: 'Colours are wrong', access: 'view' },
    session: {
      ...{ provider: 'teamviewer', code: 's12-345-678' },
      endCustomerLink: 'https://get.teamviewer.com/v15/s12345678',
      validUntil: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  const question = await vi.waitFor(() => {
    const open = status()?.remoteAssistance.request;
    if (open === null || open === undefined) throw new Error('nobody was asked');
    return open;
  }, SOON);
  await app.runner.allow(question, 'en-GB');
  await vi.waitFor(() => expect(client.processes()).toHaveLength(1), SOON);
  return request;
};

/** A session that goes on has the same client, and the help desk was told of no end. */
const expectSessionGoesOn = (request: Awaited<ReturnType<typeof intoSession>>) => {
  expect(status()?.remoteAssistance.session).toMatchObject({ state: 'running' });
  expect(existsSync(`/proc/${client.processes()[0]}`)).toBe(true);
  expect(client.starts()).toHaveLength(1);
  expect(request.end).toBeNull();
  expect(app.seen.lost).toBe(0);
};

/** Another client asks the service to record something this many times, as fast as it can. */
const askForEntries = async () => {
  const runFolder = path.join(program.home, 'run');
  const other = await connectToService({ runFolder, role: 'operator', build: 'spec', callDeadline: 120_000 });
  const write = async () => {
    for (let entry = 0; entry < CALLS / AT_ONCE; entry += 1) {
      expect(await other.client.lifetime.note({ action: 'start' })).toMatchObject({ ok: true });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  other.close();
};

it(
  'a check of 100 licence servers, a new licence for all of them and 10,000 calls of another client end no session and break no link',
  { timeout: 240_000 },
  async () => {
    const request = await intoSession();
    const received = vi.spyOn(FrameDecoder.prototype, 'push');
    expect(await app.service().check.start()).toMatchObject({ ok: true });
    const { sequence } = office.issueLicence({ kind: 'add-users', users: 217 });
    await askForEntries();
    await vi.waitFor(() => expect(app.seen.check?.finishedAt).not.toBeNull(), LATER);
    await vi.waitFor(() => {
      const sequences = status()?.licenceServers.map((server) => server.sequence);
      expect(sequences).toEqual(Array.from({ length: SERVERS }, () => sequence));
    }, LATER);

    expect(app.seen.links).toBe(1);
    expectSessionGoesOn(request);
    const bytes = received.mock.calls.reduce((sum, [chunk]) => sum + chunk.length, 0);
    const last = await app.service().check.read();
    expect(last).toMatchObject({ value: { check: app.seen.check } });
    expect(app.seen.check?.stages.filter(({ stage }) => stage === 'licence-server')).toHaveLength(SERVERS);
    await vi.waitFor(async () => {
      expect(await app.service().status.read()).toEqual({ ok: true, value: app.seen.status });
    }, SOON);
    const log = await app.service().activity.read({ limit: 1 });
    expect(log).toMatchObject({ value: { entries: [{ number: app.seen.newestEntry }] } });
    // Each installation is recorded; of what the other client asks for, so much as the limit lets (T61).
    expect(app.seen.newestEntry).toBeGreaterThan(SERVERS + BURST);
    // As whole documents, check and fan-out alone were 150 MB.
    expect(bytes).toBeLessThan(20_000_000);
  },
);

it('a link that breaks and is there again at once ends no session', async () => {
  const request = await intoSession();
  app.breakLink();
  await vi.waitFor(() => expect(app.seen.links).toBe(2), SOON);
  const { rev } = app.seen.status ?? { rev: 0 };
  await app.service().connection.tryNow();
  await vi.waitFor(() => expect(app.seen.status?.rev).toBeGreaterThan(rev), SOON);
  expectSessionGoesOn(request);

  expect(await app.service().assistance.stop()).toMatchObject({ value: { hasEnded: true } });
  await vi.waitFor(() => expect(request.end).toMatchObject({ endedBy: 'customer' }), SOON);
});
