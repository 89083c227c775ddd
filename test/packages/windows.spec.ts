import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createWine, type Wine } from '../support/windows/wine';

const SOURCES = path.resolve(import.meta.dirname, '../support/windows');
const MACROS = path.resolve(import.meta.dirname, '../../build/windows');
const SERVICE = 'PrintORSService';
const PATIENCE = { timeout: 60_000, interval: 100 };

const workshop = mkdtempSync(path.join(tmpdir(), 'installer-'));
let wine: Wine;
let installed: string;
let data: string;

const compile = (source: string, result: string, ...flags: string[]) =>
  execFileSync('x86_64-w64-mingw32-gcc', ['-O2', '-s', '-Wall', '-Werror', ...flags, '-o', result, source]);

const buildInstaller = (version: string) => {
  const definitions = {
    VERSION: version,
    RELEASED: '2026-11-23',
    FOLDER: MACROS,
    PAYLOAD: path.join(workshop, 'payload'),
    RESULT: path.join(workshop, `setup-${version}.exe`),
  };
  const words = Object.entries(definitions).map(([name, value]) => `-D${name}=${value}`);
  execFileSync('makensis', ['-V2', '-WX', ...words, path.join(SOURCES, 'installer.nsi')]);
};

const install = (version: string, ...switches: string[]) =>
  wine.run(path.join(workshop, `setup-${version}.exe`), '/S', ...switches);
const installedVersion = () => readFileSync(path.join(installed, 'version'), 'utf8');
const answerWith = (code: number) => writeFileSync(path.join(installed, 'answer'), String(code));
const stateOf = async () =>
  /STATE\s*: \d+\s+(\w+)/.exec((await wine.run('sc.exe', 'query', SERVICE)).text)?.[1];
const isServing = () => existsSync(path.join(data, 'service-running'));

beforeAll(async () => {
  mkdirSync(path.join(workshop, 'payload'));
  const payload = (name: string) => path.join(workshop, 'payload', name);
  const access = path.join(MACROS, 'pipe-access.c');
  const host = payload('remote-service-host.exe');
  compile(path.join(MACROS, 'service-host.c'), host, '-municode', '-mwindows', access);
  compile(path.join(SOURCES, 'stand-in.c'), payload('remote-service.exe'));
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) buildInstaller(version);
  wine = await createWine();
  installed = path.join(wine.drive, 'Program Files/Remote Service');
  data = path.join(wine.drive, 'ProgramData/Remote Service');
}, 240_000);
afterAll(async () => {
  await wine.remove();
  rmSync(workshop, { recursive: true, force: true });
}, 60_000);

describe('the Windows installer', { timeout: 180_000 }, () => {
  it('registers and starts the service silently, and asks nothing the first time', async () => {
    expect(await install('1.0.0')).toMatchObject({ code: 0 });
    expect(await stateOf()).toBe('RUNNING');
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${SERVICE}`;
    const { text } = await wine.run('reg.exe', 'query', key);
    expect(text).toMatch(/DisplayName\s+REG_SZ\s+Print ORS Service/);
    expect(text).toMatch(/Start\s+REG_DWORD\s+0x2/);
    expect(text).toContain(`ObjectName    REG_SZ    NT SERVICE\\${SERVICE}`);
    expect(text).toContain(
      '"C:\\Program Files\\Remote Service\\remote-service.exe" --service --installed --lifeline',
    );
  });

  it.each([10, 12])('leaves the old version where the answer is %d', async (code) => {
    answerWith(code);
    expect(await install('1.1.0')).toMatchObject({ code });
    expect(installedVersion()).toBe('1.0.0');
    expect(await stateOf()).toBe('RUNNING');
  });

  it('updates where the maintenance covers it, and where there is only a doubt', async () => {
    answerWith(0);
    expect(await install('1.1.0')).toMatchObject({ code: 0 });
    expect(installedVersion()).toBe('1.1.0');
    for (const doubt of [11, 13]) {
      answerWith(doubt);
      expect(await install('1.2.0')).toMatchObject({ code: 0 });
      expect(installedVersion()).toBe('1.2.0');
    }
    expect(await stateOf()).toBe('RUNNING');
  });

  it('skips the question for the help desk, and notes it where the service finds it', async () => {
    answerWith(10);
    expect(await install('1.1.0', '/SKIPENTITLEMENT=1')).toMatchObject({ code: 0 });
    expect(installedVersion()).toBe('1.1.0');
    const notes = path.join(`${data} Installer`, 'entitlement-skipped.jsonl');
    const lines = readFileSync(notes, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(1);
    const note = JSON.parse(lines[0] ?? '') as Record<string, string>;
    expect(note).toMatchObject({ version: '1.1.0', released: '2026-11-23' });
    expect(note['at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('lets the program end by itself when the service is stopped', async () => {
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
    expect(await wine.run('net.exe', 'stop', SERVICE)).toMatchObject({ code: 0 });
    expect(isServing()).toBe(false);
    expect(await wine.run('net.exe', 'start', SERVICE)).toMatchObject({ code: 0 });
    await vi.waitFor(() => expect(isServing()).toBe(true), PATIENCE);
  });

  it('reports an end that nobody asked for as a failure', async () => {
    const program = readFileSync(path.join(data, 'service-running'), 'utf8');
    await wine.run('taskkill.exe', '/f', '/pid', program);
    await vi.waitFor(async () => expect(await stateOf()).toBe('STOPPED'), PATIENCE);
    const { text } = await wine.run('sc.exe', 'query', SERVICE);
    expect(Number(/WIN32_EXIT_CODE\s*: (\d+)/.exec(text)?.[1])).toBeGreaterThan(0);
  });

  it('leaves nothing but data when it is uninstalled', async () => {
    rmSync(path.join(installed, 'answer'));
    writeFileSync(path.join(data, 'settings', 'settings.json'), '{}');
    await wine.run(path.join(installed, 'uninstall.exe'), '/S');
    await vi.waitFor(() => expect(existsSync(installed)).toBe(false), PATIENCE);
    await vi.waitFor(async () => expect(await stateOf()).toBeUndefined(), PATIENCE);
    expect(readdirSync(path.join(data, 'settings'))).toEqual(['settings.json']);
  });

  it('takes the data too when it is told to', async () => {
    expect(await install('1.2.0')).toMatchObject({ code: 0 });
    await wine.run(path.join(installed, 'uninstall.exe'), '/S', '/DELETEDATA=1');
    await vi.waitFor(() => expect(existsSync(installed)).toBe(false), PATIENCE);
    await vi.waitFor(() => expect(existsSync(data)).toBe(false), PATIENCE);
  });
});
