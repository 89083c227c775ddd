import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LicenceServerSettings } from '@shared/domain/settings/settings';
import { LmrereadCommands } from './lmreread-command';
import { runFixedCommand, type CommandEnd } from './run-fixed-command';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const LONG = 30_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reread-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of its own that Node runs. */
const script = (text: string) => {
  const file = path.join(folder, 'program.cjs');
  writeFileSync(file, text);
  return [process.execPath, file];
};

describe('a fixed command', () => {
  it('gets its words as they are, without a shell, an environment, input or output', async () => {
    process.env['REREAD_SECRET'] = 'x';
    const out = path.join(folder, 'out.json');
    const words = ['a b', '$(touch x)', ';', '"', '*', ''];
    const command = script(
      `require('fs').writeFileSync(process.argv[2], JSON.stringify({ argv: process.argv.slice(3), env: process.env, cwd: process.cwd() }));`,
    );
    expect(await runFixedCommand([...command, out, ...words], LONG)).toEqual({ outcome: 'done' });
    delete process.env['REREAD_SECRET'];
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({ argv: words, env: {}, cwd: '/' });
  });

  it('says how it ended', async () => {
    expect(await runFixedCommand([...script('process.exit(7)')], LONG)).toEqual({
      outcome: 'failed',
      exitCode: 7,
    });
    expect(await runFixedCommand([...script("process.kill(process.pid, 'SIGTERM')")], LONG)).toEqual({
      outcome: 'ended-by-signal',
    });
    expect(await runFixedCommand([path.join(folder, 'none')], LONG)).toEqual({ outcome: 'not-started' });
    expect(await runFixedCommand(['node'], LONG)).toEqual({ outcome: 'not-started' });
    expect(await runFixedCommand([], LONG)).toEqual({ outcome: 'not-started' });
  });

  it('is ended after its time, with all that it has started', async () => {
    const pidFile = path.join(folder, 'pid');
    const command = script(
      `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
       require('fs').writeFileSync(process.argv[2], String(child.pid));
       setInterval(() => 0, 1000);`,
    );
    expect(await runFixedCommand([...command, pidFile], 1500)).toEqual({ outcome: 'timed-out' });
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 });
  }, 30_000);
});

describe('reading again after an installation', () => {
  const settings = LicenceServerSettings.parse({ id: 'one', name: 'Hall 1', kind: 'local', path: '/l' });
  const one = { settings };
  const command = ['/opt/flexlm/lmreread', '-c', '/l/prismadirect.lic'];
  const commands = { 'hall 1': command };
  const world = (...ends: CommandEnd[]) => {
    const notes: unknown[] = [];
    const ran: (readonly string[])[] = [];
    const rereads = new LmrereadCommands({
      clock: { now: () => 0 },
      log: silent,
      changed: () => undefined,
      checkProgram: (file) => Promise.resolve({ is: 'trusted', file: `/real${file}` }),
      note: (kind, _actor, detail) => Promise.resolve(void notes.push([kind, detail])),
      run: (argv) => {
        ran.push(argv);
        return Promise.resolve(ends.shift() ?? { outcome: 'done' });
      },
    });
    return { rereads, notes, ran };
  };

  it('runs nothing where the policy gives no command for this server', async () => {
    const { rereads, ran } = world();
    await rereads.run(one);
    rereads.setCommands({ 'Hall 2': command });
    await rereads.run(one);
    expect(ran).toEqual([]);
  });

  it('runs the file that was looked at, and shows a failure until it works', async () => {
    const { rereads, notes, ran } = world({ outcome: 'failed', exitCode: 3 }, { outcome: 'done' });
    rereads.setCommands(commands);
    await rereads.run(one);
    expect(ran).toEqual([['/real/opt/flexlm/lmreread', '-c', '/l/prismadirect.lic']]);
    expect(rereads.notices([one])).toMatchObject([
      { code: 'reread-failed', params: { name: 'Hall 1', exitCode: 3 } },
    ]);
    expect(rereads.notices([])).toEqual([]);
    rereads.setCommands({ ...commands });
    expect(rereads.notices([one])).toHaveLength(1);
    await rereads.run(one);
    expect(rereads.notices([one])).toEqual([]);
    expect(notes).toEqual([
      ['reread-failed', { licenceServerId: 'one', name: 'Hall 1', outcome: 'failed', exitCode: 3 }],
      ['reread-done', { licenceServerId: 'one', name: 'Hall 1' }],
    ]);
  });

  it('forgets a failure when the policy changes', async () => {
    const { rereads } = world({ outcome: 'failed', exitCode: 3 });
    rereads.setCommands(commands);
    await rereads.run(one);
    rereads.setCommands({});
    expect(rereads.notices([one])).toEqual([]);
  });

  it.each([
    ['not-started', 'reread-not-started'],
    ['timed-out', 'reread-timed-out'],
    ['ended-by-signal', 'reread-timed-out'],
  ] as const)('names the end %s', async (outcome, code) => {
    const { rereads } = world({ outcome });
    rereads.setCommands(commands);
    await rereads.run(one);
    expect(rereads.notices([one])).toMatchObject([{ code }]);
  });

  it('runs no program that others than root could have put there, though it has the right name', async () => {
    const program = path.join(folder, 'lmreread');
    const marker = path.join(folder, 'ran');
    writeFileSync(program, `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
    const notes: unknown[] = [];
    const rereads = new LmrereadCommands({
      ...{ clock: { now: () => 0 }, log: silent, changed: () => undefined },
      note: (kind, _actor, detail) => Promise.resolve(void notes.push([kind, detail])),
    });
    rereads.setCommands({ 'Hall 1': [program, '-c', '/l'] });
    await rereads.run(one);
    expect(existsSync(marker)).toBe(false);
    expect(rereads.notices([one])).toMatchObject([
      { code: 'reread-program-unsafe', params: { name: 'Hall 1', file: program } },
    ]);
    expect(notes).toMatchObject([['reread-failed', { outcome: 'unsafe' }]]);
  });
});
