import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { defaultSettings, LicenceServerSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { outputOf } from '@electron/cli/command-outputs';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

let folder: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'manual-licence-'));
  world = createCommandTestEnvironment(path.join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answered = <V>(value: V) => Promise.resolve({ ok: true as const, value });
const refused = <Code extends ErrorCode>(code: Code) =>
  Promise.resolve({ ok: false as const, error: { code, params: {}, ref: '' } });
const at = (name: string) => path.join(folder, name);

type LicenceCalls = NonNullable<NonNullable<CommandTestEnvironment['service']>['licence']>;
const serve = (licence: LicenceCalls, names = ['one']) => {
  const start = { version: '1.0.0', mode: 'embedded', isStarting: false } as const;
  const licenceServers = names.map((name) =>
    LicenceServerSettings.parse({ id: `id-${name}`, name, kind: 'local', path: `/srv/${name}` }),
  );
  const status = stoppedStatus(viewOf({ ...defaultSettings(), licenceServers }), start, 0);
  world.service = { status: { read: () => answered({ epoch: 'e', rev: 1, status }) }, licence };
};

describe('licence export FILE', () => {
  const file = { fileName: 'prismadirect.lic', content: 'SERVER a b\r\ncaf\u00e9\n', sequence: 4 };
  const fileSaved = vi.fn(() => answered(undefined));
  beforeEach(() => {
    fileSaved.mockClear();
    serve({ readFile: () => answered(file), fileSaved });
  });

  it('saves the file byte for byte, and says so to the service', async () => {
    const { exitCode, out } = await world.run('licence', 'export', at('out.lic'), '--json');
    expect(exitCode).toBe(0);
    expect(outputOf('licenceExport').parse(JSON.parse(out))).toEqual({ file: at('out.lic'), sequence: 4 });
    expect(readFileSync(at('out.lic'), 'utf8')).toBe(file.content);
    expect(fileSaved).toHaveBeenCalledWith({ licenceServerId: null, sequence: 4, savedAs: 'out.lic' });
  });

  it('gives it its own name in a folder', async () => {
    mkdirSync(at('stick'));
    await world.run('licence', 'export', at('stick'), '--server', 'ONE');
    expect(readFileSync(at('stick/prismadirect.lic'), 'utf8')).toBe(file.content);
    expect(fileSaved).toHaveBeenCalledWith(expect.objectContaining({ licenceServerId: 'id-one' }));
  });

  it('never goes over another file without --force', async () => {
    writeFileSync(at('out.lic'), 'mine');
    const { exitCode, err } = await world.run('licence', 'export', at('out.lic'));
    expect([exitCode, err]).toEqual([1, expect.stringContaining('The file out.lic already exists')]);
    expect(readFileSync(at('out.lic'), 'utf8')).toBe('mine');
    expect(fileSaved).not.toHaveBeenCalled();
    expect((await world.run('licence', 'export', at('out.lic'), '--force')).exitCode).toBe(0);
    expect(readFileSync(at('out.lic'), 'utf8')).toBe(file.content);
  });

  it('goes to the standard output byte for byte, and makes no file', async () => {
    const before = readdirSync('.');
    const { exitCode, out, err } = await world.run('licence', 'export', '-');
    expect([exitCode, out, err]).toEqual([0, file.content, '']);
    expect(fileSaved).toHaveBeenCalledWith(expect.objectContaining({ savedAs: 'prismadirect.lic' }));
    expect(JSON.parse((await world.run('licence', 'export', '-', '--json')).out)).toEqual(file);
    expect(readdirSync('.')).toEqual(before);
  });

  it('ends with 11 without a package', async () => {
    serve({ readFile: () => refused('licence-package-missing') });
    expect((await world.run('licence', 'export', at('out.lic'))).exitCode).toBe(11);
  });
});

describe('licence restore', () => {
  const kept = (letter: string, changes: object = {}) => ({
    ...{ backup: letter.repeat(64), keptAt: '2026-11-01T10:00:00.000Z', isUsable: true, isInstalled: false },
    ...{ serialNumber: 'PD-1', expiresOn: '2027-12-31', features: [] },
    fromPackage: { sequence: 3, users: 5, maintenanceUntil: '2027-06-30' },
    ...changes,
  });
  const history = [kept('a', { isInstalled: true }), kept('b', { isUsable: false }), kept('c'), kept('d')];
  const restore = vi.fn<(arg: unknown) => Promise<{ ok: true; value: LicencePlacement }>>(() =>
    answered({ outcome: 'ok' as const, line: null, word: null }),
  );
  beforeEach(() => {
    restore.mockClear();
    serve({ history: () => answered({ kept: history }), restore });
  });

  it('puts the newest usable one back that is not in place, for a reason', async () => {
    const { exitCode, out } = await world.run('licence', 'restore', '--reason', 'counts wrong', '--json');
    expect(exitCode).toBe(0);
    expect(outputOf('licenceRestore').safeParse(JSON.parse(out)).success).toBe(true);
    expect(restore).toHaveBeenCalledWith({
      licenceServerId: 'id-one',
      backup: 'c'.repeat(64),
      reason: 'counts wrong',
      acceptsLess: false,
    });
  });

  it('takes the one that is named, and needs the server where there are several', async () => {
    serve({ history: () => answered({ kept: history }), restore }, ['one', 'two']);
    expect((await world.run('licence', 'restore', 'dddddd')).exitCode).toBe(2);
    await world.run('licence', 'restore', 'dddddd', '--server', 'two');
    expect(restore).toHaveBeenCalledWith(
      expect.objectContaining({ licenceServerId: 'id-two', backup: 'd'.repeat(64) }),
    );
    expect((await world.run('licence', 'restore', 'eeeeee', '--server', 'two')).exitCode).toBe(1);
    expect((await world.run('licence', 'restore', '--server', 'three')).exitCode).toBe(2);
  });

  it('shows what is kept', async () => {
    const { out } = await world.run('licence', 'restore', '--list');
    expect(out).toMatch(/^a{12} {2}1 Nov(ember)? 2026.* Number 3, until 31 December 2027$/m);
    const { out: json } = await world.run('licence', 'restore', '--list', '--json');
    expect(outputOf('licenceRestore').safeParse(JSON.parse(json)).success).toBe(true);
    expect(restore).not.toHaveBeenCalled();
  });

  it('ends with 12 where a check refuses it, and with 1 where the folder does', async () => {
    const refusing = (outcome: 'wrong-host' | 'disk-full') =>
      serve({
        history: () => answered({ kept: history }),
        restore: () => answered({ outcome, line: null, word: null }),
      });
    refusing('wrong-host');
    expect((await world.run('licence', 'restore')).exitCode).toBe(12);
    refusing('disk-full');
    expect((await world.run('licence', 'restore')).exitCode).toBe(1);
  });
});

describe('licence request FILE', () => {
  const request = {
    ...{
      document: 'licence-request' as const,
      formatVersion: 1 as const,
      product: 'P',
      serialNumber: 'PD-1',
    },
    ...{ sequence: 2, packageSha256: null, hostIds: [], serviceOrganisationId: null },
    ...{ nonce: 'A'.repeat(22), createdAt: '2026-11-01T10:00:00.000Z' },
  };

  it('saves what the service says', async () => {
    serve({ request: () => answered(request) });
    const { exitCode, out } = await world.run('licence', 'request', at('request.json'), '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(readFileSync(at('request.json'), 'utf8'))).toEqual(request);
    expect(outputOf('licenceRequest').safeParse(JSON.parse(out)).success).toBe(true);
    expect((await world.run('licence', 'request', at('request.json'))).exitCode).toBe(1);
    const { out: streamed } = await world.run('licence', 'request', '-');
    expect(streamed).toBe(readFileSync(at('request.json'), 'utf8'));
    expect(JSON.parse((await world.run('licence', 'request', '-', '--json')).out)).toEqual(request);
  });

  it('needs a serial number', async () => {
    serve({ request: () => refused('serial-number-missing') });
    expect((await world.run('licence', 'request', at('request.json'))).exitCode).toBe(11);
  });
});

describe('licence install FILE --server NAME', () => {
  const installFile = vi.fn<(arg: unknown) => Promise<{ ok: true; value: LicencePlacement }>>(() =>
    answered({ outcome: 'flexnet-date-invalid' as const, line: 4, word: '31-feb-2027' }),
  );

  it('hands a bare file to the service, and says the line that is wrong', async () => {
    serve({ installFile });
    writeFileSync(at('bare.lic'), 'SERVER a b\n');
    const { exitCode, out, err } = await world.run(
      'licence',
      'install',
      at('bare.lic'),
      '--server',
      'one',
      '--json',
    );
    expect([exitCode, err]).toEqual([12, expect.stringContaining('Line 4 of the licence file')]);
    expect(outputOf('licenceInstall').safeParse(JSON.parse(out)).success).toBe(true);
    const content = Buffer.from('SERVER a b\n').toString('base64');
    expect(installFile).toHaveBeenCalledWith({ licenceServerId: 'id-one', content, acceptsLess: false });
  });

  it('says what gets less, and hands it over when that is accepted', async () => {
    const change = { kind: 'feature-removed', id: 'webshop', name: 'webshop', quantity: 25 } as const;
    const difference = { isFirst: false, reason: null, changes: [change] };
    const asks = vi.fn(() =>
      answered({ outcome: 'flexnet-grants-less' as const, line: null, word: null, difference }),
    );
    serve({ installFile: asks });
    writeFileSync(at('bare.lic'), 'SERVER a b\n');
    const command = ['licence', 'install', at('bare.lic'), '--server', 'one'];
    const { exitCode, out, err } = await world.run(...command);
    expect([exitCode, out.includes('webshop'), err.includes('--accept-less')]).toEqual([12, true, true]);
    await world.run(...command, '--accept-less');
    expect(asks).toHaveBeenLastCalledWith(expect.objectContaining({ acceptsLess: true }));
  });
});
