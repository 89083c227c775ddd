import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cases, readVector, signCompact, validClaims } from '@shared/domain/licence/format/vectors.fixture';
import { viewOf, defaultSettings } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import {
  createCommandTestEnvironment,
  type CommandTestEnvironment,
} from '@electron/cli/command-environment.fixture';

const NOW = Date.parse('2026-11-02T00:00:00Z');
let home: string;
let world: CommandTestEnvironment;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'entitlement-'));
  world = createCommandTestEnvironment(home);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => {
  const file = path.join(home, 'state', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
};
/** Leaves a package as the service keeps it. */
const hold = (bytes: Uint8Array, kept = bytes) => {
  const text = new TextDecoder().decode(bytes).replace(/\n$/, '');
  const sha256 = createHash('sha256').update(text).digest('hex');
  put('licence/installed.json', JSON.stringify({ held: { sequence: 7, sha256 } }));
  put(`licence/packages/7-${sha256.slice(0, 8)}.jws`, kept);
};
const holdUntil = async (maintenanceUntil: string) =>
  hold(await signCompact({ ...validClaims(), maintenanceUntil }, 'licence-package+jws', 'licence-1'));

const ask = async (released = '2026-06-01', ...more: string[]) => {
  const words = ['entitlement', '--version', '2.1.0', '--released', released, ...more];
  const { exitCode, out, err } = await world.run(...words, '--json');
  return { exitCode, err, ...(JSON.parse(out) as Record<string, unknown>) };
};

describe('entitlement, without a running service', () => {
  it.each(cases.entitlement.filter(({ backdatedTo }) => backdatedTo === null))(
    'until $maintenanceUntil for $releasedOn: $entitled',
    async ({ maintenanceUntil, releasedOn, entitled }) => {
      await holdUntil(maintenanceUntil);
      expect(await ask(releasedOn)).toMatchObject(
        entitled ? { exitCode: 0, outcome: 'entitled' } : { exitCode: 10, outcome: 'not-entitled' },
      );
    },
  );

  it('names the version and both dates, in a sentence', async () => {
    await holdUntil('2026-12-31');
    const words = (released: string) => ['entitlement', '--version', '2.1.0', '--released', released];
    const yes = await world.run(...words('2026-06-01'));
    expect(yes.out).toBe(
      'Maintenance covers version 2.1.0, released on 1 June 2026. Maintenance ends on 31 December 2026.\n',
    );
    const no = await world.run(...words('2027-06-01'));
    expect(no.out).toBe('');
    expect(no.err).toMatch(
      /not cover version 2\.1\.0, released on 1 June 2027\. It covers versions released up to 31 December 2026/,
    );
  });

  it('ends with 11 where there is no licence', async () => {
    expect(await ask()).toMatchObject({ exitCode: 11, outcome: 'no-licence', maintenanceUntil: null });
  });

  it('ends with 12 where the licence was changed, is gone, or its record is junk', async () => {
    const valid = readVector('valid.jws');
    hold(valid, readVector('payload-flipped.jws'));
    expect(await ask()).toMatchObject({ exitCode: 12, outcome: 'licence-invalid', reason: 'signature' });
    hold(valid);
    rmSync(path.join(home, 'state/licence/packages'), { recursive: true });
    expect(await ask()).toMatchObject({ exitCode: 12 });
    put('licence/installed.json', '{');
    expect(await ask()).toMatchObject({ exitCode: 12 });
  });

  it('ends with 13 where the clock is behind what is known, but never hides a no', async () => {
    await holdUntil('2026-12-31');
    put(
      'time-floor.json',
      JSON.stringify({ newestIssuedAt: null, newestIndexAt: NOW + 86_400_000, lastRunAt: null }),
    );
    expect(await ask()).toMatchObject({ exitCode: 13, outcome: 'clock-suspect', isClockSuspect: true });
    expect(await ask('2027-06-01')).toMatchObject({ exitCode: 10 });
  });

  it('ends with 13 where the clock is before the day the licence was issued', async () => {
    const issuedAt = '2027-01-10T00:00:00Z';
    hold(await signCompact({ ...validClaims(), issuedAt }, 'licence-package+jws', 'licence-1'));
    expect(await ask()).toMatchObject({ exitCode: 13, reason: 'issued-in-future' });
  });

  it.each([['2027-02-30'], ['tomorrow'], ['']])('%j is no day', async (released) => {
    expect((await world.run('entitlement', '--version', '2', '--released', released)).exitCode).toBe(2);
  });

  it('takes no version that is none', async () => {
    const version = 'a\u001b[31m';
    expect((await world.run('entitlement', '--version', version, '--released', '2026-06-01')).exitCode).toBe(
      2,
    );
  });
});

describe('entitlement, where the state is closed to the account', () => {
  const serve = (maintenanceUntil: string | null) => {
    const facts = { version: '1.0.0', mode: 'installed', isStarting: false } as const;
    const licence = {
      ...{ serialNumber: 'PD-1', sequence: 7, expiresOn: null, maintenanceUntil, users: 1, features: [] },
      customer: null,
    };
    const status = { ...stoppedStatus(viewOf(defaultSettings()), facts, NOW), licence };
    const value = { epoch: 'e', rev: 1, status };
    world.service = { status: { read: () => Promise.resolve({ ok: true, value }) } };
  };

  it.runIf(process.getuid?.() === 0)('asks the service', async () => {
    await holdUntil('2020-01-01');
    serve('2026-12-31');
    const { setegid, seteuid } = process;
    if (setegid === undefined || seteuid === undefined) throw new Error('no accounts here');
    seteuid(65_534);
    try {
      expect(await ask()).toMatchObject({ exitCode: 0, maintenanceUntil: '2026-12-31' });
      serve(null);
      expect(await ask()).toMatchObject({ exitCode: 11, reason: 'maintenance-unknown' });
    } finally {
      seteuid(0);
    }
  });
});
