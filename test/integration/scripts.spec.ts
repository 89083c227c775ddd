import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { appRuntime } from '../support/runtime';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');

type Ended = { code: number; stdout: string; stderr: string };

/** Runs a script of build/ without a display. */
async function script(words: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const [name = '', ...rest] = words;
  const env = { ...process.env, DISPLAY: '', ...environment };
  const file = path.join(REPOSITORY, 'build', name);
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [file, ...rest], { env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

describe('npm run runtime', () => {
  it('prints what to start as one document', async () => {
    const { executable, args } = await appRuntime();
    expect(existsSync(executable)).toBe(true);
    expect(args.at(-1)).toBe(REPOSITORY);
  });

  it('says when a chosen folder holds no Electron', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'no-electron-'));
    const { code, stdout, stderr } = await script(['runtime.mjs'], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(folder);
  });

  it('takes the runtime of a chosen folder', async () => {
    const { executable, version } = await appRuntime();
    const chosen = { ELECTRON_OVERRIDE_DIST_PATH: path.dirname(executable) };
    const { stdout } = await script(['runtime.mjs'], chosen);
    expect(JSON.parse(stdout)).toMatchObject({ executable, version });
  });
});

describe('npm run remote-service', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'scripts-home-'));

  it('passes the output and the exit code on, and needs no display', async () => {
    const { code, stdout } = await script(['remote-service.mjs', 'status', '--json'], {
      REMOTE_SERVICE_HOME: home,
    });
    expect(code).toBe(20);
    expect(JSON.parse(stdout)).toMatchObject({ connection: { state: 'service-stopped' } });
  });

  it('gives the program’s own code for a wrong use', async () => {
    const { code, stdout, stderr } = await script(['remote-service.mjs', 'no-such-command'], {
      REMOTE_SERVICE_HOME: home,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n').at(-1)).not.toBe('');
  });
});
