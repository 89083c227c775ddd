import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signCompact, validClaims } from '@shared/domain/licence/format/vectors.fixture';
import { createCommandTestEnvironment } from '@electron/cli/command-environment.fixture';

interface VectorCase {
  name: string;
  file: string;
  expect: string | string[];
  context: Record<string, unknown>;
}
type Cases = Record<'licencePackages' | 'keySets' | 'licenceIndexes', VectorCase[]>;

const vectors = path.resolve(import.meta.dirname, '../../../test/vectors');
const cases = JSON.parse(readFileSync(path.join(vectors, 'cases.json'), 'utf8')) as Cases;
const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const world = createCommandTestEnvironment(path.join(folder, 'home'));

const contextFile = (context: unknown) => {
  const file = path.join(folder, 'context.json');
  writeFileSync(file, JSON.stringify(context));
  return file;
};

describe.each([
  ['licence', cases.licencePackages],
  ['trust', cases.keySets],
  ['index', cases.licenceIndexes],
] as const)('%s verify', (area, vectorCases) => {
  it.each(vectorCases.map((entry) => [entry.name, entry] as const))(
    '%s',
    async (_, { file, context, expect: expected }) => {
      const { exitCode, out, err } = await world.run(
        ...[area, 'verify', path.join(vectors, file), '--context', contextFile(context), '--json'],
      );
      const { outcome, claims } = JSON.parse(out) as { outcome: string; claims?: object };
      const isGood = outcome === 'ok' || outcome === 'unchanged';
      if (expected === 'refused') expect(isGood).toBe(false);
      else expect([expected].flat()).toContain(outcome);
      expect(exitCode).toBe(isGood ? 0 : 12);
      expect(claims === undefined).toBe(!isGood);
      expect(err === '').toBe(isGood);
    },
  );
});

describe('verifying without a context', () => {
  it('goes by the vendor profile', async () => {
    expect(
      await world.run('trust', 'verify', path.join(vectors, 'key-set-valid.json'), '--json'),
    ).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('"outcome": "unchanged"') as string,
    });
    expect((await world.run('licence', 'verify', path.join(vectors, 'valid.jws'))).out).toMatch(
      /genuine[^]*Serial number +PD-0042-7781\nLicence number +7/,
    );
  });

  it('says beside a genuine package why the licence file in it is of no use', async () => {
    const claims = validClaims();
    const { content } = z.object({ content: z.string() }).parse(claims['file']);
    const ended = { name: 'ended.lic', content: content.replaceAll('31-dec-2027', '31-dec-2020') };
    const file = path.join(folder, 'ended.jws');
    writeFileSync(file, await signCompact({ ...claims, file: ended }, 'licence-package+jws', 'licence-1'));
    const { exitCode, out } = await world.run('licence', 'verify', file);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/genuine[^]*the last one on 31 December 2020[^]*Serial number/);
    const { out: json } = await world.run('licence', 'verify', file, '--json');
    expect(JSON.parse(json)).toMatchObject({ outcome: 'ok', flaw: { code: 'flexnet-ended', line: null } });
  });

  it('reads either file from the standard input, and not both', async () => {
    const file = path.join(vectors, 'valid.jws');
    world.stdin = readFileSync(file, 'utf8');
    expect(await world.run('licence', 'verify', '-')).toMatchObject({ exitCode: 0, err: '' });
    world.stdin = '{"product":"Another"}';
    expect((await world.run('licence', 'verify', file, '--context', '-')).exitCode).toBe(12);
    expect((await world.run('licence', 'verify', '-', '--context', '-')).exitCode).toBe(2);
  });

  it('believes no index whose nonce nobody sent', async () => {
    const { exitCode, err } = await world.run('index', 'verify', path.join(vectors, 'index-valid.jws'));
    expect({ exitCode, hasSentence: err.length > 10 }).toEqual({ exitCode: 12, hasSentence: true });
  });

  it('says which file cannot be read', async () => {
    const { exitCode, err, out } = await world.run(
      'licence',
      'verify',
      path.join(folder, 'none.jws'),
      '--json',
    );
    expect(exitCode).toBe(1);
    expect(err).toContain('none.jws');
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it('refuses a context that is none, and one whose own key set does not hold', async () => {
    const file = path.join(vectors, 'valid.jws');
    const strangeKeySet = {
      keySet: JSON.parse(readFileSync(path.join(vectors, 'key-set-one-root.json'), 'utf8')) as unknown,
    };
    for (const context of [{ now: 'yesterday' }, [], strangeKeySet]) {
      expect((await world.run('licence', 'verify', file, '--context', contextFile(context))).exitCode).toBe(
        2,
      );
    }
  });

  it('says that the vendor profile cannot be used', async () => {
    const other = createCommandTestEnvironment(folder);
    other.vendorFile = path.join(folder, 'none.json');
    expect(await other.run('licence', 'verify', path.join(vectors, 'valid.jws'))).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('none.json') as string,
    });
  });
});

describe('activity verify', () => {
  const verdict = (brokenAt: number | null) => {
    world.service = {
      activity: { verify: () => Promise.resolve({ ok: true as const, value: { total: 7, brokenAt } }) },
    };
    return world.run('activity', 'verify', '--json');
  };

  it('ends with 0 for a whole record', async () => {
    expect(await verdict(null)).toMatchObject({ exitCode: 0, err: '' });
  });

  it('names the first record that does not hold, and ends with 1', async () => {
    const { exitCode, out, err } = await verdict(3);
    expect([exitCode, JSON.parse(out)]).toEqual([1, { total: 7, brokenAt: 3 }]);
    expect(err).toContain('Entry 3 is the first');
  });
});
