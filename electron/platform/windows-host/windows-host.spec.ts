import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { RunProgram } from '../programs';
import { HOST_EXITS } from './host-outcomes';
import { createWindowsHost } from './windows-host';

const BUILD = path.resolve(import.meta.dirname, '../../../build/windows');
const Answer = z.object({ name: z.string() });

const host = (code: number | null, answer: string) => {
  const text = Buffer.from(answer, 'utf8').toString('latin1');
  const run = vi.fn<RunProgram>(() => Promise.resolve({ code, text, errors: '' }));
  return { run, host: createWindowsHost(run, 'C:\\Program Files\\remote-service\\host.exe') };
};

describe('the helper on Windows', () => {
  it('answers in UTF-8, with more than is asked for', async () => {
    const asked = await host(0, '{"name":"Zoë ☂","outcome":"done"}\n').host.ask(['status'], Answer);
    expect(asked).toEqual({ outcome: 'done', answer: { name: 'Zoë ☂' } });
  });

  it.each([
    [0, '{"name":1}', 'failed'],
    [0, 'no JSON', 'failed'],
    [0, '', 'failed'],
    [76, '{"outcome":"access-denied"}', 'access-denied'],
    [null, '', 'failed'],
    [3_221_225_477, '', 'failed'],
  ])('that ends with %s and %j is taken for %s', async (code, text, outcome) => {
    expect(await host(code, text).host.ask(['status'], Answer)).toEqual({ outcome });
  });

  it('runs in a closed environment, and asks a person only where it may', async () => {
    const { run, host: asked } = host(0, '{"name":"a"}');
    await asked.ask(['control', 'start'], Answer, { mayAsk: true, input: 'secret' });
    await asked.ask(['control', 'start'], Answer);
    const [first, second] = run.mock.calls.map(([call]) => call);
    expect(first).toMatchObject({ args: ['control', 'start', '--ask'], input: 'secret', deadline: 600_000 });
    expect(Object.keys(first?.environment ?? {}).sort()).toEqual(['PATH', 'SystemRoot', 'windir']);
    expect(second?.args).toEqual(['control', 'start']);
    expect(second).not.toHaveProperty('input');
  });

  it('has the exit codes that its own header and its README have', () => {
    const header = readFileSync(path.join(BUILD, 'host/base/exit-codes.h'), 'utf8');
    const rows = [...header.matchAll(/ENTRY\(\w+, (\d+), "([\w-]+)"\)/g)];
    expect(Object.fromEntries(rows.map(([, code, word]) => [code, word]))).toEqual(HOST_EXITS);
    const readme = readFileSync(path.join(BUILD, 'README.md'), 'utf8');
    for (const [code, word] of Object.entries(HOST_EXITS))
      expect(readme).toMatch(new RegExp(`^\\| ${code} +\\| \`${word}\` +\\|`, 'm'));
  });
});
