import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

type Ended = { code: number | null; output: string; isLate: boolean };
const script = new URL('./run.mjs', import.meta.url).href;
const { run } = (await import(script)) as {
  run: (command: string, args: string[], options: Record<string, unknown>) => Promise<Ended>;
};

const evaluate = (code: string, options: Record<string, unknown> = {}) =>
  run(process.execPath, ['--eval', code], { collect: true, ...options });

/** A zombie waits for its new parent and does nothing any more. */
const isRunning = (pid: string) => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('run', () => {
  it('gives the exit code and all of the output', async () => {
    const code = "process.stdout.write('x'.repeat(1_000_000)); process.exitCode = 3";
    expect(await evaluate(code)).toEqual({ code: 3, output: 'x'.repeat(1_000_000), isLate: false });
  });

  it('hands the input over', async () => {
    const code = 'process.stdin.pipe(process.stdout)';
    expect(await evaluate(code, { input: 'secret' })).toEqual({ code: 0, output: 'secret', isLate: false });
  });

  it('says null for a program that is not there', async () => {
    expect(await run('/nonexistent/program', [], {})).toEqual({ code: null, output: '', isLate: false });
  });

  it('ends a program after its time together with what it started', async () => {
    const code = `
      const child = require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => 0, 1000)']);
      console.log(child.pid);
      setInterval(() => 0, 1000);`;
    const { code: exit, output, isLate } = await evaluate(code, { timeoutMs: 1500 });
    expect([exit, isLate]).toEqual([null, true]);
    expect(output.trim()).toMatch(/^\d+$/);
    await vi.waitFor(() => expect(isRunning(output.trim())).toBe(false));
  });
});
