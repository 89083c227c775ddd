import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { configure, createProgram, runCommand, type Program } from '../support/program';
import { POLICY_PLACE, startOwnView } from '../support/processes/own-view';
import { appRuntime } from '../support/runtime';

const isRoot = process.getuid?.() === 0;
const hadPlace = existsSync(POLICY_PLACE);

describe.runIf(isRoot)('a command by which a licence server reads its file again', () => {
  let office: BackOffice;
  let program: Program;
  let folder: string;
  let record: string;
  let view: ChildProcess;
  beforeAll(() => void mkdirSync(POLICY_PLACE, { recursive: true }));
  afterAll(() => {
    if (!hadPlace) rmdirSync(POLICY_PLACE);
  });
  beforeEach(async () => {
    office = await startBackOffice();
    program = await createProgram(office);
    folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
    record = path.join(program.base, 'record');
    view = await startOwnView(folder);
  });
  afterEach(async () => {
    await program.end();
    view.kill('SIGKILL');
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inView = () => ['nsenter', '-t', String(view.pid), '-m'];
  const status = async () => {
    const { executable, args } = await appRuntime();
    const [enter = '', ...rest] = inView();
    const words = [...rest, executable, ...args, 'status', '--json'];
    return (await runCommand(enter, words, { env: program.env })).json as Status;
  };
  const until = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 40_000, interval: 250 });

  /** In the place of FlexNet's tool: it writes down how it was called. Lies beside the policy, where root alone may write. */
  const installTool = (exitCode: number, mode = 0o755) => {
    const file = path.join(folder, 'lmutil');
    const text = `#!/bin/sh\n{ printf '%s\\n' "$@"; /usr/bin/env; } >"${record}"\nexit ${exitCode}\n`;
    writeFileSync(file, text);
    chmodSync(file, mode);
    chmodSync(folder, 0o755);
  };
  const start = async (words: readonly string[]) => {
    const rereadCommands = { 'Main server': [`${POLICY_PLACE}/lmutil`, ...words] };
    writeFileSync(path.join(folder, 'policy.json'), JSON.stringify({ rereadCommands }), { mode: 0o644 });
    await configure(program, office);
    process.env['REREAD_CANARY'] = 'not for others';
    await program.startService(inView());
    delete process.env['REREAD_CANARY'];
    await until(async () => (await status()).connection.state).toBe('connected');
    await until(async () => (await status()).licenceServers[0]?.state).toBe('up-to-date');
  };
  const noticesAfterInstallation = async (code: string) => {
    const { sequence } = office.issueLicence({ kind: 'add-users', users: 5 });
    await until(async () => (await status()).notices.map((notice) => notice.code)).toContain(code);
    expect((await status()).licenceServers[0]).toMatchObject({ state: 'up-to-date', sequence, reason: null });
    return (await status()).notices;
  };

  it('comes from the policy, and is run with its words alone', async () => {
    installTool(0);
    await start(['lmreread', '-c', '/srv/a b; $(id)']);
    office.issueLicence({ kind: 'add-users', users: 5 });
    await until(() => Promise.resolve(existsSync(record))).toBe(true);
    // The variables that the script's own shell sets are the only ones beside the arguments.
    const isShells = (line: string) => /^(PWD|OLDPWD|SHLVL|_)=/.test(line);
    await until(() =>
      Promise.resolve(
        readFileSync(record, 'utf8')
          .split('\n')
          .filter((line) => !isShells(line)),
      ),
    ).toEqual(['lmreread', '-c', '/srv/a b; $(id)', '']);
    expect((await status()).notices).toEqual([]);
  });

  it('may fail, and says so, beside a licence that is installed', async () => {
    installTool(7);
    await start(['lmreread', '-c', '/srv/x.lic']);
    expect(await noticesAfterInstallation('reread-failed')).toMatchObject([
      { params: { name: 'Main server', exitCode: 7 } },
    ]);
  });

  it('is not run where others than root could change the program', async () => {
    installTool(0, 0o777);
    await start(['lmreread', '-c', '/srv/x.lic']);
    expect(await noticesAfterInstallation('reread-program-unsafe')).toMatchObject([
      { params: { name: 'Main server', file: `${POLICY_PLACE}/lmutil` } },
    ]);
    expect(existsSync(record)).toBe(false);
  });

  it('is taken from no settings: not from a command, an import, a file of an earlier version', async () => {
    installTool(0);
    const row = {
      ...{ name: 'Main server', kind: 'local', path: program.licences },
      rereadCommand: ['/bin/sh', '-c', `touch ${record}`],
    };
    const set = await program.cli(['settings', 'set', 'licenceServers', JSON.stringify([row])]);
    expect(set.code).toBe(2);
    expect(set.errors).toContain('Main server');
    const file = path.join(program.base, 'import.json');
    const document = { format: 'remote-service-settings', version: 1, settings: { licenceServers: [row] } };
    writeFileSync(file, JSON.stringify(document));
    expect((await program.cli(['settings', 'import', file])).code).toBe(2);

    await configure(program, office);
    const settings = path.join(program.home, 'settings.json');
    const saved = JSON.parse(readFileSync(settings, 'utf8')) as object;
    writeFileSync(settings, JSON.stringify({ ...saved, version: 1, licenceServers: [row] }), { mode: 0o600 });
    await program.startService(inView());
    await until(async () => (await status()).licenceServers[0]?.state).toBe('up-to-date');
    expect(await noticesAfterInstallation('reread-command-in-settings')).toMatchObject([
      { params: { name: 'Main server' } },
    ]);
    expect(existsSync(record)).toBe(false);
  });
});
