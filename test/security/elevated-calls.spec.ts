import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantLibrary, type PlantedLibrary } from '../support/processes/planted-library';

const CHILD = path.resolve(
  import.meta.dirname,
  '../../electron/platform/elevation/hostile-names-child.fixture.ts',
);

/** Names that must not be taken for a command, an option, a variable, a second argument, the end of one. */
const HOSTILE = fc.oneof(
  fc.constantFrom(
    '; touch SENTINEL',
    '$(touch SENTINEL)',
    '`touch SENTINEL`',
    '| touch SENTINEL',
    '&& touch SENTINEL &',
    "' ; touch SENTINEL ; '",
    '" ; touch SENTINEL ; "',
    'name\ntouch SENTINEL',
    'name\r\ntouch SENTINEL',
    '--property=ExecStart=/usr/bin/touch SENTINEL',
    '-x',
    '--',
    '%COMSPEC% /c echo > SENTINEL',
    '%n%s%x',
    '../../../bin/sh',
    '/usr/bin/touch',
    'root\u0000touch SENTINEL',
    '\u202eresu',
    '',
    ' ',
    'x'.repeat(4096),
    ';'.repeat(4096),
  ),
  fc.string({ unit: 'binary', maxLength: 4096 }),
  fc.stringMatching(/^[-;'"`$|&<>\n\r\t %\\/*?~!#(){}[\]A-Za-z0-9]{1,64}$/),
);

let folder: string;
let sentinel: string;
let library: PlantedLibrary;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  sentinel = path.join(folder, 'sentinel');
  const plant = `#!/bin/sh\n: >${sentinel}\n`;
  for (const name of ['systemctl', 'pkexec', 'getent', 'node', 'sh', 'remote-service-host.exe']) {
    writeFileSync(path.join(folder, name), plant);
    chmodSync(path.join(folder, name), 0o755);
  }
  library = plantLibrary(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  count: number;
  /** Names that a program got otherwise than they were given, or that were let through to an elevated call. */
  changed: string[];
  letThrough: string[];
  /** Every program that was to be started for the fixed actions: executable, arguments, environment, folder. */
  calls: { executable: string; args: string[]; environment: Record<string, string>; folder: string }[];
  /** Programs of the system that were started for real, and how they ended. */
  started: { executable: string; code: number | null }[];
}

const ask = async (names: readonly string[]): Promise<Answer> => {
  const file = path.join(folder, 'names.json');
  writeFileSync(file, JSON.stringify(names));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), CHILD, file],
    {
      // The planted programs come first, here and in the folder that the child stands in.
      cwd: folder,
      env: {
        PATH: `${folder}:/usr/bin:/bin`,
        TSX_TSCONFIG_PATH: path.join(import.meta.dirname, '../../tsconfig.json'),
        LD_PRELOAD: library.file,
        LD_LIBRARY_PATH: folder,
        SystemRoot: `C:\\Temp\\..\\evil & calc`,
        CANARY: 'canary-in-the-environment',
      },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout) as Answer;
};

describe('a thousand hostile names', { timeout: 120_000 }, () => {
  it('reach a program unchanged or not at all, and nothing planted is ever run', async () => {
    const names = fc
      .sample(HOSTILE, { numRuns: 1000, seed: 20_261_123 })
      .map((name) => name.replaceAll('SENTINEL', sentinel));
    const answer = await ask(names);
    expect(answer.count).toBe(1000);
    expect(answer.changed).toEqual([]);
    expect(answer.letThrough).toEqual([]);
    expect(existsSync(sentinel)).toBe(false);
  });

  it('never bring a planted library into a program of the system', async () => {
    const { started } = await ask([]);
    expect(started.map(({ executable }) => executable)).toEqual([
      '/usr/bin/systemctl',
      '/usr/bin/getent',
      '/usr/bin/pkexec',
    ]);
    expect(started.map(({ code }) => code)).toEqual([0, 0, 0]);
    // The process that was started with it could not but load it, which shows that the library works.
    expect(library.loadedBy()).toEqual([realpathSync(process.execPath)]);
    expect(existsSync(sentinel)).toBe(false);
  });

  it('stand beside calls with whole paths, a closed environment and a folder of the system', async () => {
    const { calls } = await ask([]);
    expect(calls.length).toBeGreaterThan(5);
    for (const { executable, args, environment, folder: cwd } of calls) {
      expect(path.posix.isAbsolute(executable) || executable.startsWith('C:\\Windows\\System32\\')).toBe(
        true,
      );
      expect(cwd === '/' || cwd === 'C:\\Windows\\System32').toBe(true);
      expect(
        Object.keys(environment).every((name) =>
          ['PATH', 'LC_ALL', 'TZ', 'SystemRoot', 'windir'].includes(name),
        ),
      ).toBe(true);
      expect(JSON.stringify({ args, environment })).not.toContain('canary');
      expect(JSON.stringify(environment)).not.toContain(folder);
    }
  });
});
