import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { createProgram, runCommand, type Program } from '../support/program';
import { POLICY_PLACE, startOwnView } from '../support/processes/own-view';
import { appRuntime } from '../support/runtime';
import { sentenceOf } from '../support/words';

const isRoot = process.getuid?.() === 0;
const hadPlace = existsSync(POLICY_PLACE);

describe.runIf(isRoot)('a policy on a running installation', () => {
  let office: BackOffice;
  let program: Program;
  let folder: string;
  let file: string;
  let view: ChildProcess;
  beforeAll(() => void mkdirSync(POLICY_PLACE, { recursive: true }));
  afterAll(() => {
    if (!hadPlace) rmdirSync(POLICY_PLACE);
  });
  beforeEach(async () => {
    office = await startBackOffice();
    program = await createProgram(office);
    folder = mkdtempSync(path.join(tmpdir(), 'policy-'));
    file = path.join(folder, 'policy.json');
    view = await startOwnView(folder);
  });
  afterEach(async () => {
    await program.end();
    view.kill('SIGKILL');
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inView = () => ['nsenter', '-t', String(view.pid), '-m'];
  const cli = async (...words: string[]) => {
    const { executable, args } = await appRuntime();
    const [enter = '', ...rest] = inView();
    return runCommand(enter, [...rest, executable, ...args, ...words], { env: program.env });
  };
  const writePolicy = (content: object) => {
    writeFileSync(file, JSON.stringify(content));
    chmodSync(file, 0o644);
  };
  interface Seen {
    connection: { state: string };
    notices: { code: string }[];
  }
  const untilStatus = (check: (status: Seen) => void) =>
    vi.waitFor(async () => check((await cli('status', '--json')).json as Seen), {
      timeout: 40_000,
      interval: 250,
    });

  it('wins over the operator, is ignored loudly when others may write it, and leaves without a trace', async () => {
    await program.set('remoteService.enabled', false);
    await program.startService(inView());
    await untilStatus((status) => expect(status.connection.state).toBe('disabled'));

    writePolicy({ lockedBy: 'IT, ext. 1234', locked: { 'remoteService.enabled': true } });
    await untilStatus((status) => expect(status.connection.state).toBe('not-configured'));
    const refused = await cli('settings', 'set', 'remoteService.enabled', 'false');
    expect(refused.code).toBe(30);
    expect(refused.errors).toContain('IT, ext. 1234');
    // The file may say what it likes.
    await program.set('language', 'it');
    expect((await cli('settings', 'get', 'remoteService.enabled', '--json')).json).toBe(true);
    await untilStatus((status) => expect(status.connection.state).toBe('not-configured'));

    chmodSync(file, 0o666);
    await untilStatus((status) => {
      expect(status.connection.state).toBe('disabled');
      expect(status.notices.map(({ code }) => code)).toContain('policy-untrusted');
    });
    const warned = await cli('settings', 'get', 'remoteService.enabled');
    expect(warned.text.trim()).toBe('false');
    expect(warned.errors).toContain(`${POLICY_PLACE}/policy.json`);

    writePolicy({ locked: { 'remoteService.enabled': 'yes' } });
    await untilStatus((status) => expect(status.notices.map(({ code }) => code)).toEqual(['policy-invalid']));

    rmSync(file);
    await untilStatus((status) => {
      expect(status.connection.state).toBe('disabled');
      expect(status.notices).toEqual([]);
    });
    expect((await cli('settings', 'set', 'remoteService.enabled', 'false')).code).toBe(0);
  });

  it('is led nowhere else by the environment', async () => {
    writePolicy({ locked: { 'updates.download': false } });
    const { executable, args } = await appRuntime();
    const words = [...args, 'settings', 'set', 'updates.download', 'true'];
    const [enter = '', ...rest] = inView();
    const env = {
      ...program.env,
      ProgramData: '/nowhere',
      REMOTE_SERVICE_POLICY: '/nowhere',
      XDG_CONFIG_DIRS: '/nowhere',
    };
    const answer = await runCommand(enter, [...rest, executable, ...words], { env });
    expect(answer.code).toBe(30);
    expect(answer.errors).toContain(sentenceOf('setting-locked', { by: '' }).trim());
  });
});
