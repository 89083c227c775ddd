import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMAND_NAMES, exitsOf, specOf, type CommandName } from '@electron/cli/command-table';
import { outputOf } from '@electron/cli/command-outputs';
import { EXIT } from '@shared/errors/exit-codes';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { configure, createProgram, type Program } from '../support/program';

let office: BackOffice;
let program: Program;
let files: string;
beforeAll(async () => {
  office = await startBackOffice();
  program = await createProgram(office);
  files = path.join(program.base, 'files');
  mkdirSync(files);
  writeFileSync(path.join(files, 'junk'), 'junk');
  await configure(program, office);
});
afterAll(async () => {
  await program.end();
  await office.close();
});

const inFiles = (name: string) => path.join(files, name);

/** The operands of each command; the service's own start and stop are elsewhere. */
const OPERANDS: Partial<Record<CommandName, () => string[]>> = {
  status: () => [],
  monitor: () => [],
  check: () => [],
  entitlement: () => ['--version', '2.0.0', '--released', '2027-01-01'],
  settings: () => ['--numbered'],
  settingsGet: () => [],
  settingsSet: () => ['updates.download', 'false'],
  settingsExport: () => [inFiles('settings.json'), '--force'],
  settingsImport: () => [inFiles('junk')],
  assistanceAllow: () => ['8'],
  assistanceForbid: () => [],
  assistanceEnd: () => [],
  serviceStatus: () => [],
  licenceShow: () => [],
  licenceCalendar: () => [inFiles('dates.ics'), '--force'],
  licenceVerify: () => [inFiles('junk')],
  licenceInstall: () => [inFiles('junk')],
  licenceRestore: () => ['--list'],
  licenceExport: () => [inFiles('out.lic'), '--force'],
  licenceRequest: () => [inFiles('request.json'), '--force'],
  activityVerify: () => [],
  updatesList: () => [],
  updatesCheck: () => [],
  updatesDownload: () => [],
  updatesPause: () => [],
  updatesVerify: () => [inFiles('junk'), '--index', inFiles('junk')],
  trustVerify: () => [inFiles('junk')],
  indexVerify: () => [inFiles('junk')],
  report: () => [inFiles('report.json'), '--force'],
  help: () => ['status'],
  schema: () => ['policy'],
  completion: () => ['bash'],
  man: () => [],
};

/** Commands that need no service; each of the others ends with 20 without one, and works with one. */
const ALONE: readonly CommandName[] = [
  'monitor',
  'entitlement',
  'settings',
  'settingsGet',
  'settingsSet',
  'settingsExport',
  'settingsImport',
  'assistanceForbid',
  'licenceVerify',
  'updatesVerify',
  'trustVerify',
  'indexVerify',
  'report',
  'help',
  'schema',
  'completion',
  'man',
];

const named = Object.keys(OPERANDS) as CommandName[];

const check = async (name: CommandName): Promise<number> => {
  const words = [...specOf(name).words, ...(OPERANDS[name]?.() ?? [])];
  const asJson = await program.cli([...words, '--json']);
  const asText = await program.cli(words);
  expect(exitsOf(name).map((exit) => EXIT[exit])).toContain(asJson.code);
  expect(outputOf(name).safeParse(asJson.json).error).toBeUndefined();
  for (const { code, errors } of [asJson, asText]) {
    expect(code).toBe(asJson.code);
    // A plugin of a monitoring system says everything on standard output.
    if (code !== EXIT.done && name !== 'monitor') expect(errors).toMatch(/^[^\n]+\n$/);
  }
  return asJson.code ?? -1;
};

describe('every command, as a stranger gives it', () => {
  it('is here', () => {
    const others = ['serviceStart', 'serviceStop', 'serviceRestart'];
    expect([...named, ...others].sort()).toEqual([...COMMAND_NAMES].sort());
  });

  describe('without the service', () => {
    it.each(named)('%s', async (name) => {
      const code = await check(name);
      if (ALONE.includes(name)) expect(code).not.toBe(EXIT.serviceNotRunning);
      else expect(code).toBe(EXIT.serviceNotRunning);
    });

    it('the service is started', async () => {
      expect(await program.cli(['service', 'start', '--json'])).toMatchObject({
        code: 0,
        json: { state: 'running' },
      });
    });
  });

  describe('with the service', () => {
    it.each(named)('%s', async (name) => {
      expect(await check(name)).not.toBe(EXIT.serviceNotRunning);
    });

    it('the service is restarted, and stopped', async () => {
      expect(await program.cli(['service', 'restart'])).toMatchObject({ code: 0, errors: '' });
      expect(await program.cli(['service', 'stop', '--json'])).toMatchObject({
        code: 0,
        json: { state: 'stopped' },
      });
    });
  });

  it('writes no file that nobody has named', async () => {
    const before = readdirSync('.');
    for (const words of [
      ['settings', 'export', '-'],
      ['report', '-'],
      ['report', ''],
      ['settings', 'export', '--', '-'],
    ])
      await program.cli(words);
    expect(readdirSync('.')).toEqual(before);
  });
});

it('a message bus that accepts and never answers holds up no command, no start and no end', async () => {
  const own = await createProgram(office);
  const silent = path.join(own.base, 'bus');
  const server = createServer((socket) => socket.on('error', () => undefined).resume()).listen(silent);
  await once(server, 'listening');
  try {
    own.env['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${silent}`;
    own.env['DBUS_SYSTEM_BUS_ADDRESS'] = `unix:path=${silent}`;
    await own.setSecret('proxy.authentication.password', 'geheim');
    const service = await own.startService();
    const isAsked = async () => expect((await own.cli(['service', 'status'])).code).toBe(0);
    await vi.waitFor(isAsked, { timeout: 30_000, interval: 200 });
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
  } finally {
    server.close();
    await own.end();
  }
});
