import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalHostId } from './lines/host-id';
import { inForceAt, type LicencePool } from './in-force';
import { readLicence } from './read-licence';

const FOLDER = path.resolve(import.meta.dirname, '../../../../test/licences/flexnet');
const TODAY = Date.parse('2026-11-30T12:00:00Z');

const Case = z.object({
  expected: z.object({
    serialNumber: z.string().nullable(),
    features: z.array(
      z.object({
        name: z.string(),
        version: z.string(),
        count: z.union([z.number(), z.string()]),
        expires: z.string().nullable(),
      }),
    ),
    hostIds: z.array(z.string()),
    valid: z.boolean(),
  }),
  decided: z.boolean(),
});

const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.lic'));
const caseOf = (name: string) =>
  Case.parse(JSON.parse(readFileSync(path.join(FOLDER, name.replace(/lic$/, 'json')), 'utf8')));

/** What the corpus says in a sentence where a file has pools, begins later or is in decimal form. */
const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  '034-fnp-mixed-nodelocked-floating.lic': [
    'f1 1.00 uncounted 2027-12-31 on 17007ea8',
    'f1 1.00 uncounted 2027-12-31 on 1700ab12',
    'f1 1.00 2 2027-12-31',
  ],
  '039-fnp-decimal-only.lic': ['f1 decimal'],
  '061-starts-next-year-only.lic': ['webshop 1.0 70 2029-12-31 from 2028-01-01'],
};

function inWords({ name, version, count, expiresOn, startsOn, state, hostIds }: LicencePool): string {
  if (state === 'decimal') return `${name} decimal`;
  const from = state === 'not-yet' ? ` from ${startsOn ?? ''}` : '';
  const on = name === 'f1' && hostIds.length > 0 && count === 'uncounted' ? ` on ${hostIds.join(' ')}` : '';
  return `${name} ${version ?? ''} ${count ?? ''} ${expiresOn ?? 'permanent'}${from}${on}`;
}

const GRANTING = new Set(['in-force', 'not-yet', 'ended', 'decimal']);

function readingOf(name: string) {
  const read = readLicence(new Uint8Array(readFileSync(path.join(FOLDER, name))));
  if (!read.ok) throw new Error(read.code);
  const at = inForceAt(read.file, TODAY);
  return {
    problems: read.file.problems,
    serialNumber: at.serialNumbers[0] ?? null,
    features: at.pools.filter(({ state }) => GRANTING.has(state)).map(inWords),
    hostIds: read.file.servers.flatMap(({ hostIds }) => hostIds).map(normalHostId),
  };
}

function expectedOf(name: string) {
  const { serialNumber, features, hostIds } = caseOf(name).expected;
  const words = features.map(
    (feature) => `${feature.name} ${feature.version} ${feature.count} ${feature.expires ?? 'permanent'}`,
  );
  return { serialNumber, features: IN_WORDS[name] ?? words, hostIds: hostIds.map(normalHostId) };
}

describe('licence files as they occur in the field', () => {
  const decided = NAMES.filter((name) => caseOf(name).decided);

  it('are many', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(73);
  });

  it.each(decided.filter((name) => caseOf(name).expected.valid))(
    '%s is read by the published rules',
    (name) => {
      expect(readingOf(name)).toEqual({ problems: [], ...expectedOf(name) });
    },
  );

  it.each(decided.filter((name) => !caseOf(name).expected.valid))('%s is refused', (name) => {
    const { problems, serialNumber } = readingOf(name);
    expect(problems).not.toEqual([]);
    expect([null, caseOf(name).expected.serialNumber]).toContain(serialNumber);
  });

  it.each(NAMES.filter((name) => !caseOf(name).decided))(
    '%s is never read wrongly without a word',
    (name) => {
      const { problems, ...reading } = readingOf(name);
      if (problems.length === 0)
        expect({ ...reading, valid: true }).toEqual({
          ...expectedOf(name),
          valid: caseOf(name).expected.valid,
        });
      else expect([null, caseOf(name).expected.serialNumber]).toContain(reading.serialNumber);
    },
  );
});
